/** Tables as files that spreadsheets open: CSV and XLSX, written row by row. */
@NullMarked
package comms.tables;

import org.jspecify.annotations.NullMarked;
