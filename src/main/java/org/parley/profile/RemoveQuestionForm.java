package org.parley.profile;

import org.jspecify.annotations.Nullable;

/**
 * The end of a secret question.
 *
 * @param removePassword the password in use
 */
record RemoveQuestionForm(@Nullable String removePassword) {

  @Override
  public String toString() {
    return "RemoveQuestionForm[]";
  }
}
