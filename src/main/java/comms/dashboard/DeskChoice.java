package comms.dashboard;

import com.vaadin.flow.router.QueryParameters;
import comms.catalog.Spelling;
import comms.disputes.DisputeFilter.Bucket;
import comms.disputes.DisputeFilter.State;
import comms.disputes.DisputeSort;
import comms.metrics.TimeRange;
import java.util.Optional;

/**
 * Which disputes the desk lists, as it stands in its address; what cannot be read falls back to
 * what is open, by what breaches next.
 *
 * @param sort empty for the order that suits the state
 * @param resolvedIn when those that are resolved were resolved; empty for the desk's period
 */
record DeskChoice(
    State state, Bucket bucket, Optional<DisputeSort> sort, Optional<TimeRange> resolvedIn) {

  static final DeskChoice DEFAULT =
      new DeskChoice(State.OPEN, Bucket.ANY, Optional.empty(), Optional.empty());

  static final String STATE = "state";
  static final String BUCKET = "bucket";
  static final String SORT = "sort";
  static final String RESOLVED_FROM = "resolved.from";
  static final String RESOLVED_TO = "resolved.to";

  static DeskChoice of(QueryParameters parameters) {
    return new DeskChoice(
        word(parameters, STATE).flatMap(State::named).orElse(State.OPEN),
        word(parameters, BUCKET).flatMap(Bucket::named).orElse(Bucket.ANY),
        word(parameters, SORT).flatMap(DisputeSort::named),
        RangeAddress.of(parameters, RESOLVED_FROM, RESOLVED_TO));
  }

  private static Optional<String> word(QueryParameters parameters, String name) {
    return parameters.getSingleParameter(name).map(Spelling::word);
  }

  DeskChoice withState(State state) {
    return new DeskChoice(state, bucket, Optional.empty(), Optional.empty());
  }

  /** The open ones of that bucket, in the same order. */
  DeskChoice ofOpen(Bucket bucket) {
    return new DeskChoice(State.OPEN, bucket, sort, Optional.empty());
  }

  DeskChoice withBucket(Bucket bucket) {
    return new DeskChoice(state, bucket, sort, resolvedIn);
  }

  DeskChoice withSort(DisputeSort sort) {
    return new DeskChoice(state, bucket, Optional.of(sort), resolvedIn);
  }

  DeskChoice withResolvedIn(TimeRange range) {
    return new DeskChoice(state, bucket, sort, Optional.of(range));
  }

  /** Of the whole of the desk's period. */
  DeskChoice ofThePeriod() {
    return new DeskChoice(state, bucket, sort, Optional.empty());
  }

  DisputeSort order() {
    return sort.orElse(state == State.RESOLVED ? DisputeSort.LATEST : DisputeSort.BREACH);
  }

  /** The parameters with the choice among them, the defaults left out. */
  QueryParameters in(QueryParameters parameters) {
    QueryParameters all = parameters.excluding(STATE, BUCKET, SORT, RESOLVED_FROM, RESOLVED_TO);
    if (state != State.OPEN) {
      all = all.merging(STATE, state.wireName());
    }
    if (bucket != Bucket.ANY) {
      all = all.merging(BUCKET, bucket.wireName());
    }
    if (resolvedIn.isPresent()) {
      all =
          all.merging(RESOLVED_FROM, resolvedIn.get().from().toString())
              .merging(RESOLVED_TO, resolvedIn.get().to().toString());
    }
    return sort.isPresent() ? all.merging(SORT, sort.get().wireName()) : all;
  }
}
