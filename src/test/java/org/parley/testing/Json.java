package org.parley.testing;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer's JSON; a place in it is a pointer (RFC 6901) such as {@code /messages/0/text}. */
public record Json(JsonNode node) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The body of {@code answer}. */
  public static Json of(ResultActions answer) throws UnsupportedEncodingException {
    byte[] body = answer.andReturn().getResponse().getContentAsByteArray();
    return new Json(MAPPER.readTree(body));
  }

  /** The text, number or truth there, as text; {@code null} as the word. */
  public String at(String pointer) {
    return node.at(pointer).asString();
  }

  /** The field {@code name} of each item of the list there, as text. */
  public List<String> each(String pointer, String name) {
    List<String> values = new ArrayList<>();
    node.at(pointer).forEach(item -> values.add(item.path(name).asString()));
    return values;
  }
}
