package comms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries of the modules, as the architecture draws them. */
class ModularityTests {

  private final ApplicationModules modules = ApplicationModules.of(CommsAnalytics.class);

  @Test
  void noModuleReachesIntoAnotherAndNoneGoInCircles() {
    assertThat(modules.detectViolations().getMessages()).isEmpty();
  }

  @Test
  void catalogDependsOnNothing() {
    ApplicationModule catalog = modules.getModuleByName("catalog").orElseThrow();
    assertThat(catalog.getDirectDependencies(modules).isEmpty()).isTrue();
  }

  @Test
  void onlyTheStoreKnowsTheDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackage("comms.clickhouse..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.clickhouse..", "com.zaxxer..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("comms"));
  }

  @Test
  void onlyClickhousePackagesTalkToTheStore() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..clickhouse..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("comms"));
  }
}
