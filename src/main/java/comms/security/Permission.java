package comms.security;

import static comms.security.Role.ADMIN;
import static comms.security.Role.ENGINEER;
import static comms.security.Role.PRODUCT;
import static comms.security.Role.SUPPORT;
import static comms.security.Scope.READ;
import static comms.security.Scope.REPLAY;
import static comms.security.Scope.SCRAPE;

import comms.catalog.Area;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What there is to see or to do: the one table of who may. Views, the HTTP API and files ask it for
 * the datum that they show, by whatever route it is reached; {@code docs/decisions/003-access.md}
 * has the same table.
 *
 * <p>Answers are cached for all readers alike, since whoever may have an answer gets the same one:
 * the permission is asked for before the question.
 */
public enum Permission {
  /** The tiles of all ten metrics: the whole of each, without its parts. */
  OVERVIEW(everybody(), Set.of()),
  CONVERSATION_FIGURES(everybody(), Set.of(READ)),
  DISPUTE_FIGURES(everybody(), Set.of(READ)),
  /** With them the waterfall, the budgets and Sentry's issues. */
  DELIVERY_FIGURES(EnumSet.of(SUPPORT, ENGINEER, ADMIN), Set.of(READ)),
  CONVERSATION_RECORDS(everybody(), Set.of(READ)),
  DISPUTE_RECORDS(EnumSet.of(PRODUCT, SUPPORT, ADMIN), Set.of(READ)),
  DELIVERY_RECORDS(EnumSet.of(SUPPORT, ENGINEER, ADMIN), Set.of(READ)),
  /** The disputes as they stand, how they were resolved, the contracts behind them. */
  DISPUTE_DESK(EnumSet.of(PRODUCT, SUPPORT, ADMIN), Set.of(READ)),
  CONTRACT_TIMELINES(everybody(), Set.of(READ)),
  THREAD_TIMELINES(everybody(), Set.of(READ)),
  DISPUTE_TIMELINES(everybody(), Set.of(READ)),
  NOTIFICATION_TIMELINES(everybody(), Set.of(READ)),
  LOOK_UP(everybody(), Set.of(READ)),
  RECENT_EVENTS(everybody(), Set.of()),
  PIPELINE(EnumSet.of(ENGINEER, ADMIN), Set.of(READ)),
  QUARANTINE(EnumSet.of(ENGINEER, ADMIN), Set.of(READ)),
  QUARANTINE_REPLAY(EnumSet.of(ENGINEER, ADMIN), Set.of(REPLAY)),
  /** What metrics and events mean, the targets and their history, the annotations. */
  CATALOG(everybody(), Set.of(READ)),
  /** Setting targets and annotations, and who holds tokens. */
  SETTINGS(EnumSet.of(ADMIN), Set.of()),
  /** Loading and removing it. */
  DEMO_DATA(EnumSet.of(ADMIN), Set.of()),
  PROJECT_KEY(EnumSet.of(ADMIN), Set.of()),
  API_DESCRIPTION(EnumSet.noneOf(Role.class), Set.of(READ)),
  /** The meters of the application itself. */
  METERS(EnumSet.noneOf(Role.class), Set.of(READ, SCRAPE));

  private final Set<Role> roles;
  private final Set<Scope> scopes;

  Permission(Set<Role> roles, Set<Scope> scopes) {
    this.roles = Collections.unmodifiableSet(roles);
    this.scopes = scopes;
  }

  private static Set<Role> everybody() {
    return EnumSet.allOf(Role.class);
  }

  /** For the figures of metrics of an area, with their breakdowns. */
  public static Permission figures(Area area) {
    return switch (area) {
      case CONVERSATIONS -> CONVERSATION_FIGURES;
      case DISPUTES -> DISPUTE_FIGURES;
      case DELIVERY -> DELIVERY_FIGURES;
    };
  }

  /** For the records behind the figures of metrics of an area, of whatever kind they are. */
  public static Permission records(Area area) {
    return switch (area) {
      case CONVERSATIONS -> CONVERSATION_RECORDS;
      case DISPUTES -> DISPUTE_RECORDS;
      case DELIVERY -> DELIVERY_RECORDS;
    };
  }

  /** The roles of people that have it. */
  public Set<Role> roles() {
    return roles;
  }

  /** The scopes of tokens, each of which has it; empty where no token has. */
  public Set<Scope> scopes() {
    return scopes;
  }

  /** Whether everybody who logs in has it. */
  public boolean forEverybody() {
    return roles.containsAll(Arrays.asList(Role.values()));
  }
}
