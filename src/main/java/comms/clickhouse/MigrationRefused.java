package comms.clickhouse;

/** The store's schema and the application's migrations do not belong together. */
class MigrationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MigrationRefused(String message) {
    super(message);
  }
}
