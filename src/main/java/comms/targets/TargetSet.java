package comms.targets;

/** Says that a target was set, so that what was judged before has to be judged anew. */
public record TargetSet(TargetChange change) {}
