package comms.dashboard;

/** A card that draws, and shows the same as a table. */
interface Charted {

  boolean asTable();

  void showTable(boolean asTable);
}
