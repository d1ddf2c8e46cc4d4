package org.parley.messages;

import java.io.Serializable;

/**
 * The key of a {@link Participant}.
 *
 * @param accountId whose side
 * @param conversationId of which conversation
 */
record ParticipantId(long accountId, long conversationId) implements Serializable {}
