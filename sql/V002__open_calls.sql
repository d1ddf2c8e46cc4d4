-- Finds the few calls that are not over among all there ever were.
CREATE INDEX ix_call_record_state ON call_record (state, started_at);
