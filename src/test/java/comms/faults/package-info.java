/**
 * The fault harness: an application and a store as processes of their own, a sender that retries as
 * SDKs do, faults, and a ledger outside of all of them that is compared with the store afterwards.
 * It knows the application only by its doors, its API and the tables of the store.
 */
@NullMarked
package comms.faults;

import org.jspecify.annotations.NullMarked;
