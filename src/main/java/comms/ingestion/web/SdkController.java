package comms.ingestion.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to what the SDKs ask besides sending events: no feature flags, no recording, gzip is
 * welcome. Without these answers the browser SDK asks again and stops compressing.
 */
@RestController
@BrowserAccess
class SdkController {

  private static final Pattern TOKEN = Pattern.compile("[\\w.\\-]{1,200}");
  private static final MediaType JAVASCRIPT = MediaType.valueOf("application/javascript");

  private static final Map<String, Object> CONFIG =
      Map.of(
          "supportedCompression", List.of("gzip", "gzip-js"),
          "hasFeatureFlags", false,
          "sessionRecording", false,
          "surveys", false,
          "heatmaps", false,
          "capturePerformance", false,
          "autocapture_opt_out", true,
          "siteApps", List.of(),
          "analytics", Map.of("endpoint", "/i/v0/e/"));

  private final JsonMapper mapper;

  SdkController(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @GetMapping({"/array/{token}/config", "/array/{token}/config/"})
  ResponseEntity<Map<String, Object>> config(@PathVariable String token) {
    return json(CONFIG);
  }

  /** The same for the SDK's full bundle, which loads it as a script. */
  @GetMapping("/array/{token}/config.js")
  ResponseEntity<String> script(@PathVariable String token) {
    if (!TOKEN.matcher(token).matches()) {
      return ResponseEntity.notFound().build();
    }
    String config = mapper.writeValueAsString(Map.of("config", CONFIG, "siteApps", List.of()));
    String script =
        "(window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {})['%s'] = %s;%n"
            .formatted(token, config);
    return ResponseEntity.ok().contentType(JAVASCRIPT).body(script);
  }

  @RequestMapping(
      path = {"/flags", "/flags/"},
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<Map<String, Object>> flags() {
    return json(withConfig(Map.of("flags", Map.of())));
  }

  /** What {@code /flags} was called before 2025. */
  @RequestMapping(
      path = {"/decide", "/decide/"},
      method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<Map<String, Object>> decide() {
    return json(withConfig(Map.of("featureFlags", Map.of(), "featureFlagPayloads", Map.of())));
  }

  private static Map<String, Object> withConfig(Map<String, Object> flags) {
    Map<String, Object> answer = new LinkedHashMap<>(CONFIG);
    answer.putAll(flags);
    answer.put("errorsWhileComputingFlags", false);
    answer.put("requestId", UUID.randomUUID().toString());
    return answer;
  }

  private static ResponseEntity<Map<String, Object>> json(Map<String, Object> answer) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
  }
}
