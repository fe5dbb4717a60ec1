package comms.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Whether who asks, a person or the holder of a token, has a permission. */
@Component
public class Access {

  private final SecurityContextHolderStrategy contexts;

  Access(SecurityContextHolderStrategy contexts) {
    this.contexts = contexts;
  }

  /**
   * Refuses what is not permitted, before anything is looked for.
   *
   * @throws AccessDeniedException which says nothing but that
   */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw new AccessDeniedException("not permitted");
    }
  }

  boolean may(Permission permission) {
    return may(contexts.getContext().getAuthentication(), permission);
  }

  static boolean may(@Nullable Authentication who, Permission permission) {
    if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
      return false;
    }
    Set<String> authorities =
        who.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .collect(Collectors.toSet());
    if (authorities.contains(BearerTokenFilter.AUTHORITY)) {
      return permission.scopes().stream().map(Scope::authority).anyMatch(authorities::contains);
    }
    return permission.forEverybody()
        || permission.roles().stream().anyMatch(role -> authorities.contains("ROLE_" + role));
  }
}
