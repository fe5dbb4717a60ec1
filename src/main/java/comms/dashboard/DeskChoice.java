package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import java.util.Optional;

/**
 * Which disputes the desk lists, as it stands in its address; what cannot be read falls back to
 * what is open, by what breaches next.
 *
 * @param sort empty for the order that suits the state
 */
record DeskChoice(State state, Bucket bucket, Optional<DisputeSort> sort) {

  static final DeskChoice DEFAULT = new DeskChoice(State.OPEN, Bucket.ANY, Optional.empty());

  static final String STATE = "state";
  static final String BUCKET = "bucket";
  static final String SORT = "sort";

  static DeskChoice of(QueryParameters parameters) {
    return new DeskChoice(
        parameters.getSingleParameter(STATE).flatMap(State::named).orElse(State.OPEN),
        parameters.getSingleParameter(BUCKET).flatMap(Bucket::named).orElse(Bucket.ANY),
        parameters.getSingleParameter(SORT).flatMap(DisputeSort::named));
  }

  DeskChoice withState(State state) {
    return new DeskChoice(state, bucket, Optional.empty());
  }

  DeskChoice withBucket(Bucket bucket) {
    return new DeskChoice(state, bucket, sort);
  }

  DeskChoice withSort(DisputeSort sort) {
    return new DeskChoice(state, bucket, Optional.of(sort));
  }

  DisputeSort order() {
    return sort.orElse(state == State.RESOLVED ? DisputeSort.LATEST : DisputeSort.BREACH);
  }

  /** The parameters with the choice among them, the defaults left out. */
  QueryParameters in(QueryParameters parameters) {
    QueryParameters all = parameters.excluding(STATE, BUCKET, SORT);
    if (state != State.OPEN) {
      all = all.merging(STATE, state.wireName());
    }
    if (bucket != Bucket.ANY) {
      all = all.merging(BUCKET, bucket.wireName());
    }
    return sort.isPresent() ? all.merging(SORT, sort.get().wireName()) : all;
  }
}
