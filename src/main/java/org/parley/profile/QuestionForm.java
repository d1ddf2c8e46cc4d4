package org.parley.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A secret question.
 *
 * @param question what is asked
 * @param answer what its owner answers
 * @param questionPassword the password in use
 */
record QuestionForm(
    @NotBlank(message = "{profile.question.missing}") @Size(max = 200, message = "{profile.question.long}") @Nullable String question,
    @NotBlank(message = "{account.question.answerMissing}") @Size(min = 3, max = 200, message = "{profile.question.answerShort}") @Nullable String answer,
    @Nullable String questionPassword) {

  @Override
  public String toString() {
    return "QuestionForm[]";
  }
}
