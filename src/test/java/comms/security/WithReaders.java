package comms.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Gives a test a login for every role, called as the role, and a proxy that is believed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(
    properties = {
      "comms.trusted-proxies=127.0.0.1/32,::1",
      "comms.users[0].name=product",
      "comms.users[0].password=" + WithReaders.HASH,
      "comms.users[0].roles=product",
      "comms.users[1].name=support",
      "comms.users[1].password=" + WithReaders.HASH,
      "comms.users[1].roles=support",
      "comms.users[2].name=engineer",
      "comms.users[2].password=" + WithReaders.HASH,
      "comms.users[2].roles=engineer"
    })
@interface WithReaders {

  /** Of {@link Readers#PASSWORD}. */
  String HASH = "$2a$04$aV.gHQDtgNCAHgSo25xAYOdSb3b6VJDh25yR63SNkhwBGU8XS3NBq";
}
