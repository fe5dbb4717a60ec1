package comms.security;

import com.vaadin.flow.server.HandlerHelper;
import com.vaadin.flow.spring.SpringServlet;
import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * What addresses there are: doors and the API have those of their controllers, pages those of their
 * views and of the files that these load. Without asking this, Vaadin would answer for every other
 * address with a page, a session, or a redirection to the login, which an SDK takes for a success.
 */
@Component
class Addresses {

  /** Where the files of pages are, besides those of Vaadin itself. */
  private static final List<String> FILES =
      List.of("META-INF/resources", "META-INF/VAADIN/webapp", "static", "public");

  private static final String VAADIN = "/VAADIN/";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final ObjectProvider<RequestMappingInfoHandlerMapping> controllers;
  private final RequestUtil views;
  private final ServletRegistrationBean<SpringServlet> pages;
  private final List<PathPattern> files;
  private volatile List<Mapped> mapped = List.of();

  Addresses(
      ObjectProvider<RequestMappingInfoHandlerMapping> controllers,
      RequestUtil views,
      ServletRegistrationBean<SpringServlet> pages) {
    this.controllers = controllers;
    this.views = views;
    this.pages = pages;
    this.files =
        Stream.of(HandlerHelper.getPublicResources(), HandlerHelper.getPublicResourcesRoot())
            .flatMap(Arrays::stream)
            .map(PathPatternParser.defaultInstance::parse)
            .toList();
  }

  /** Whether there is a door, an endpoint, a view or a file; whatever it says to the method. */
  boolean include(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    return isMapped(path) || isPage(path.value(), request) || isFile(path, request);
  }

  /** The methods that a door or an endpoint takes; empty where there is none. */
  Set<String> methods(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    Set<String> methods = new TreeSet<>();
    mapped().stream()
        .filter(mapped -> mapped.pattern().matches(path))
        .forEach(mapped -> methods.addAll(mapped.methods()));
    return methods;
  }

  private boolean isMapped(PathContainer path) {
    // The application's own metrics are refused by their own rules, whether they are there or not.
    return path.value().startsWith("/actuator/")
        || mapped().stream().anyMatch(mapped -> mapped.pattern().matches(path));
  }

  /** A view, or what the views of Vaadin and the login send by themselves. */
  private boolean isPage(String path, HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD" ->
          !viewsAreKnown() || views.isAnonymousRoute(request) || views.isSecuredFlowRoute(request);
      case "POST" ->
          path.equals("/login")
              || path.equals("/logout")
              || path.equals("/") && asksVaadin(request)
              || path.equals(VAADIN + "push")
              || path.startsWith(VAADIN + "dynamic/");
      default -> false;
    };
  }

  /** Until the servlet of the pages has started any address may be one. */
  private boolean viewsAreKnown() {
    return pages.getServlet() != null && pages.getServlet().getService() != null;
  }

  private boolean isFile(PathContainer path, HttpServletRequest request) {
    if (!READING.contains(request.getMethod())) {
      return false;
    }
    String name = path.value();
    return name.startsWith(VAADIN)
        || files.stream().anyMatch(pattern -> pattern.matches(path))
            && !name.endsWith("/")
            && FILES.stream().anyMatch(root -> new ClassPathResource(root + name).exists());
  }

  /** Asks the query alone: the parameters would use up a body, for whoever sends one slowly. */
  private static boolean asksVaadin(HttpServletRequest request) {
    String query = request.getQueryString();
    return query != null && (query.startsWith("v-r=") || query.contains("&v-r="));
  }

  /** The controllers are known only once the application has started. */
  private List<Mapped> mapped() {
    if (mapped.isEmpty()) {
      List<Mapped> found = new ArrayList<>();
      controllers.forEach(
          mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(found, info)));
      mapped = List.copyOf(found);
    }
    return mapped;
  }

  private static void add(List<Mapped> found, RequestMappingInfo info) {
    Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
    info.getMethodsCondition().getMethods().stream().map(RequestMethod::name).forEach(methods::add);
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    if (info.getPathPatternsCondition() != null) {
      info.getPathPatternsCondition().getPatterns().stream()
          .filter(pattern -> !pattern.getPatternString().equals("/error"))
          .forEach(pattern -> found.add(new Mapped(pattern, methods)));
    }
  }

  private record Mapped(PathPattern pattern, Set<String> methods) {}
}
