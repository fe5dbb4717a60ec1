package comms.ingestion.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Lets pages of any origin call a door: the project key in a page is public anyway, and cookies
 * mean nothing here. Beacons come with credentials, so the origin is named instead of a star.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CrossOrigin(
    originPatterns = "*",
    allowCredentials = "true",
    methods = {RequestMethod.GET, RequestMethod.POST, RequestMethod.OPTIONS},
    exposedHeaders = "Retry-After",
    maxAge = 3600)
@interface BrowserAccess {}
