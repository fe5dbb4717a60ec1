package comms.security;

import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a login is known by beside name and password; of it only the address is kept. */
class LoginDetails implements Serializable {

  @Serial private static final long serialVersionUID = 1L;

  private final String address;
  private final transient @Nullable Function<String, Optional<String>> devices;

  /**
   * @param devices the device, if the name has logged in on it before
   */
  LoginDetails(String address, Function<String, Optional<String>> devices) {
    this.address = address;
    this.devices = devices;
  }

  LoginAttempt attempt(String name) {
    return LoginAttempt.of(name, address, devices == null ? Optional.empty() : devices.apply(name));
  }

  @Override
  public String toString() {
    return address;
  }
}
