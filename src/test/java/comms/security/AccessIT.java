package comms.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import comms.clickhouse.WithStore;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who gets in where, asked from outside. */
@SpringBootTest
@AutoConfigureMockMvc
@WithStore
@Import(AccessIT.Probe.class)
class AccessIT {

  private static final String BEARER = "Bearer " + WithStore.API_TOKEN;

  @Autowired private MockMvc web;

  @Autowired
  @Qualifier("springSecurityFilterChain")
  private Filter security;

  /** An address of the API that says who asks. */
  @RestController
  static class Probe {

    @Requires(Permission.CATALOG)
    @GetMapping("/api/v1/access-probe")
    String read(HttpServletRequest request) {
      return String.valueOf(request.getRemoteUser());
    }

    @Requires(Permission.QUARANTINE_REPLAY)
    @PostMapping("/api/v1/access-probe")
    String write(HttpServletRequest request) {
      return String.valueOf(request.getRemoteUser());
    }

    @GetMapping("/api/v1/access-forgotten")
    String forgotten() {
      return "for nobody";
    }
  }

  @Test
  void apiAsksForATokenInAProblemDocument() throws Exception {
    web.perform(get("/api/v1/access-probe"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, "Bearer"))
        .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
        .andExpect(
            header().string(HttpHeaders.CONTENT_TYPE, containsString("application/problem+json")))
        .andExpect(jsonPath("$.status").value(401));
  }

  @Test
  void apiRefusesAnUnknownToken() throws Exception {
    web.perform(get("/api/v1/access-probe").header(HttpHeaders.AUTHORIZATION, BEARER + "x"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("invalid_token")));
    web.perform(
            get("/api/v1/access-probe")
                .with(user("ann").roles("PRODUCT"))
                .header(HttpHeaders.AUTHORIZATION, "Basic eDp5"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void tokenReadsOrReplaysAsItsScopesSayWithoutASession() throws Exception {
    web.perform(get("/api/v1/access-probe").header(HttpHeaders.AUTHORIZATION, BEARER))
        .andExpect(status().isOk())
        .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
    web.perform(post("/api/v1/access-probe").header(HttpHeaders.AUTHORIZATION, BEARER))
        .andExpect(status().isForbidden());
    String replayer = "Bearer " + WithStore.REPLAY_TOKEN;
    web.perform(post("/api/v1/access-probe").header(HttpHeaders.AUTHORIZATION, replayer))
        .andExpect(status().isOk());
    web.perform(get("/api/v1/access-probe").header(HttpHeaders.AUTHORIZATION, replayer))
        .andExpect(status().isForbidden());
  }

  @Test
  void aHandlerThatSaysNothingIsClosedToEverybody() throws Exception {
    web.perform(get("/api/v1/access-forgotten").header(HttpHeaders.AUTHORIZATION, BEARER))
        .andExpect(status().isForbidden())
        .andExpect(
            header().string(HttpHeaders.CONTENT_TYPE, containsString("application/problem+json")));
    web.perform(get("/api/v1/access-forgotten").with(user("ann").roles("ADMIN")))
        .andExpect(status().isForbidden());
  }

  @Test
  void scrapersReadTheMetersAndNothingElse() throws Exception {
    String scraper = "Bearer " + WithStore.SCRAPE_TOKEN;
    web.perform(get("/actuator/prometheus").header(HttpHeaders.AUTHORIZATION, scraper))
        .andExpect(status().isOk());
    for (String closed : List.of("/v3/api-docs", "/api/v1/access-probe", "/api/v1/pipeline")) {
      web.perform(get(closed).header(HttpHeaders.AUTHORIZATION, scraper))
          .andExpect(status().isForbidden());
    }
  }

  @Test
  void loginWithoutTheTokenOfItsFormShowsTheFormAgain() throws Exception {
    web.perform(
            post("/login").param("username", "admin").param("password", WithStore.ADMIN_PASSWORD))
        .andExpect(redirectedUrl("/login?expired"));
  }

  @Test
  void loginReadsTheApiButDoesNotWrite() throws Exception {
    web.perform(get("/api/v1/access-probe").with(user("ann").roles("PRODUCT")))
        .andExpect(status().isOk());
    web.perform(post("/api/v1/access-probe").with(user("ann").roles("ADMIN")))
        .andExpect(status().isForbidden())
        .andExpect(
            header().string(HttpHeaders.CONTENT_TYPE, containsString("application/problem+json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/prometheus", "/v3/api-docs"})
  void figuresAndDescriptionOfTheApplicationNeedAToken(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isUnauthorized());
    web.perform(get(path).header(HttpHeaders.AUTHORIZATION, BEARER)).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
  void healthIsOpen(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("UP"));
  }

  @Test
  void otherActuatorEndpointsAreClosedEvenToTokens() throws Exception {
    web.perform(get("/actuator/env").header(HttpHeaders.AUTHORIZATION, BEARER))
        .andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/batch", "/batch/", "/capture", "/capture/", "/track", "/track/", "/engage", "/engage/",
        "/e", "/e/", "/i/v0/e", "/i/v0/e/", "/flags", "/flags/", "/decide", "/decide/",
        "/array/phc_x/config", "/api/v1/import", "/api/v1/import/"
      })
  void doorsAreOpenWithoutLoginSessionOrCsrfToken(String door) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", door);
    MockFilterChain beyond = new MockFilterChain();
    security.doFilter(request, new MockHttpServletResponse(), beyond);
    assertThat(beyond.getRequest()).isNotNull();
    assertThat(request.getSession(false)).isNull();
  }

  @Test
  void doorsLetABrowserAskFirst() throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("OPTIONS", "/batch/");
    request.addHeader(HttpHeaders.ORIGIN, "https://shop.example");
    request.addHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST");
    MockFilterChain beyond = new MockFilterChain();
    security.doFilter(request, new MockHttpServletResponse(), beyond);
    assertThat(beyond.getRequest()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/batches",
        "/batch/x",
        "/e/x/",
        "/i/v0/ai/batch/",
        "/i/v1/analytics",
        "/s/",
        "/flags/x",
        "/decide/x",
        "/array/phc_x/x",
        "/webhooks",
        "/webhooks/a/b",
        "/api/v1/unknown",
        "/api",
        "/api/v2/metrics",
        "/error",
        "/nothing",
        "/product/x/y",
        "/VAADIN",
        "/assets/x",
        "/sw.js",
        "/index.html",
        "/BATCH",
        "/Api/v1/metrics"
      })
  void whatIsNoAddressIsNotFoundWithoutALoginOrASession(String path) throws Exception {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
      MockHttpServletRequest request = new MockHttpServletRequest(method, path);
      MockHttpServletResponse response = new MockHttpServletResponse();
      MockFilterChain beyond = new MockFilterChain();
      security.doFilter(request, response, beyond);
      assertThat(beyond.getRequest()).as(method).isNull();
      assertThat(response.getStatus()).as(method).isEqualTo(404);
      assertThat(response.getHeader(HttpHeaders.LOCATION)).isNull();
      assertThat(request.getSession(false)).isNull();
    }
  }

  @Test
  void aPageTakesNoMethodsOfPrograms() throws Exception {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      MockHttpServletResponse response = new MockHttpServletResponse();
      security.doFilter(
          new MockHttpServletRequest(method, "/product"), response, new MockFilterChain());
      assertThat(response.getStatus()).as(method).isEqualTo(404);
    }
  }

  @Test
  void pagesLeadToTheLogin() throws Exception {
    web.perform(get("/").accept(MediaType.TEXT_HTML))
        .andExpect(redirectedUrl("/login"))
        .andExpect(
            header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().string("Permissions-Policy", containsString("camera=()")))
        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("no-store")));
  }

  @Test
  void adminLogsInWithThePassword() throws Exception {
    web.perform(
            post("/login")
                .with(csrf())
                .param("username", "admin")
                .param("password", WithStore.ADMIN_PASSWORD))
        .andExpect(redirectedUrl("/"));
    web.perform(post("/login").with(csrf()).param("username", "admin").param("password", "guess"))
        .andExpect(header().string(HttpHeaders.LOCATION, endsWith("/login?error")));
  }
}
