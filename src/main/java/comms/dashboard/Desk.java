package comms.dashboard;

import com.vaadin.flow.spring.security.AuthenticationContext;
import comms.demo.DemoData;
import comms.security.Permission;
import comms.security.ProjectKeys;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What every view works with: the answers, the time, the demo data and who is asking. */
@Component
class Desk {

  private final Questions questions;
  private final CardTasks tasks;
  private final DashboardTime time;
  private final ObjectProvider<DemoData> demoData;
  private final ObjectProvider<ProjectKeys> projectKeys;
  private final AuthenticationContext reader;

  Desk(
      Questions questions,
      CardTasks tasks,
      DashboardTime time,
      ObjectProvider<DemoData> demoData,
      ObjectProvider<ProjectKeys> projectKeys,
      AuthenticationContext reader) {
    this.questions = questions;
    this.tasks = tasks;
    this.time = time;
    this.demoData = demoData;
    this.projectKeys = projectKeys;
    this.reader = reader;
  }

  Questions questions() {
    return questions;
  }

  CardTasks tasks() {
    return tasks;
  }

  DashboardTime time() {
    return time;
  }

  Optional<DemoData> demoData() {
    return Optional.ofNullable(demoData.getIfAvailable());
  }

  /** A key with which events can be sent, for those who may hand it out. */
  Optional<String> projectKey() {
    return may(Permission.PROJECT_KEY)
        ? Optional.ofNullable(projectKeys.getIfAvailable()).map(ProjectKeys::anyKey)
        : Optional.empty();
  }

  /** Whether the reader has it. */
  boolean may(Permission permission) {
    return permission.forEverybody()
        || permission.roles().stream().anyMatch(role -> reader.hasRole(role.name()));
  }

  String readerName() {
    return reader.getPrincipalName().orElse("");
  }

  void logout() {
    reader.logout();
  }
}
