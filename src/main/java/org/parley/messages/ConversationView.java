package org.parley.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a person's list of conversations.
 *
 * @param user the other's user part
 * @param name the other's name
 * @param picture the name of the other's picture; none where they have none
 * @param lastText the beginning of the last message
 * @param lastAt when it was sent
 * @param lastMine whether the asking person wrote it
 * @param unread messages not yet read
 */
public record ConversationView(
    String user,
    String name,
    @Nullable String picture,
    String lastText,
    Instant lastAt,
    boolean lastMine,
    int unread) {}
