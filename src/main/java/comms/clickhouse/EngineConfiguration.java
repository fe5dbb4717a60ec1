package comms.clickhouse;

/**
 * The embedded engine's two configuration files.
 *
 * <p>The engine's own session, whose query keeps it running, can only be the user {@code default}
 * without a password. That user may have one session, which is therefore always taken, and hardly
 * any rights.
 */
record EngineConfiguration(Login writer, Login reader) {

  String engine(EngineDirectory directory, String usersFile) {
    return """
    <clickhouse>
      <logger>
        <level>warning</level>
        <log>%s</log>
        <size>10M</size>
        <count>2</count>
      </logger>
      <timezone>UTC</timezone>
      <users_config>%s</users_config>
      <max_server_memory_usage_to_ram_ratio>0.6</max_server_memory_usage_to_ram_ratio>
      <mark_cache_size>268435456</mark_cache_size>
      <max_connections>256</max_connections>
      <shutdown_wait_unfinished>2</shutdown_wait_unfinished>
      <!-- What the store has acknowledged leaves the journal, so it has to be on disk. -->
      <merge_tree>
        <fsync_after_insert>1</fsync_after_insert>
        <fsync_part_directory>1</fsync_part_directory>
        <min_rows_to_fsync_after_merge>1</min_rows_to_fsync_after_merge>
      </merge_tree>
    </clickhouse>
    """
        .formatted(xml(directory.log().toString()), xml(usersFile));
  }

  String users() {
    return """
    <clickhouse>
      <profiles>
        <default/>
        <engine>
          <max_sessions_for_user>1</max_sessions_for_user>
        </engine>
        <writer>
          <async_insert>0</async_insert>
        </writer>
        <reader>
          <readonly>2</readonly>
          <max_execution_time>30</max_execution_time>
          <max_memory_usage>2000000000</max_memory_usage>
          <max_result_rows>2000000</max_result_rows>
          <constraints>
            <max_execution_time><min>1</min><max>60</max></max_execution_time>
            <max_memory_usage><min>1</min><max>4000000000</max></max_memory_usage>
            <max_result_rows><min>1</min><max>5000000</max></max_result_rows>
          </constraints>
        </reader>
      </profiles>
      <quotas>
        <default/>
      </quotas>
      <users>
        <default>
          <no_password/>
          <networks><ip>127.0.0.1</ip></networks>
          <profile>engine</profile>
          <quota>default</quota>
          <grants>
            <query>GRANT SYSTEM LISTEN ON *.*</query>
            <query>GRANT CREATE TEMPORARY TABLE ON *.*</query>
            <query>GRANT READ ON FILE</query>
          </grants>
        </default>
        <%1$s>
          <password_sha256_hex>%2$s</password_sha256_hex>
          <networks><ip>127.0.0.1</ip></networks>
          <profile>writer</profile>
          <quota>default</quota>
        </%1$s>
        <%3$s>
          <password_sha256_hex>%4$s</password_sha256_hex>
          <networks><ip>127.0.0.1</ip></networks>
          <profile>reader</profile>
          <quota>default</quota>
          <grants>
            <query>GRANT SELECT ON %5$s.*</query>
          </grants>
        </%3$s>
      </users>
    </clickhouse>
    """
        .formatted(
            writer.user(),
            writer.passwordHash(),
            reader.user(),
            reader.passwordHash(),
            ClickHouseServer.DATABASE);
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
