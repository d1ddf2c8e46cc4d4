package org.parley.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.account.Role;

final class InvitationTableTest {
  private static InvitationTable read(String... lines) {
    return InvitationTable.read(
        String.join("\r\n", lines), names -> Set.of("taken"), emails -> Set.of("known@x.org"));
  }

  private static List<String> problems(String line) {
    return read("name,email,username,role", line).rows().get(0).problems().stream()
        .map(key -> key.substring("admin.import.error.".length()))
        .toList();
  }

  @Test
  void aLineBecomesAPersonWhoseNameIsMadeOfTheAddressWhereNoneIsGiven() {
    InvitationTable table = read("Name;Email", "\"Brown; Bea\";Bea.Brown@Example.org");
    assertThat(table.problem()).isNull();
    assertThat(table.fine())
        .singleElement()
        .satisfies(
            person -> {
              assertThat(person.name()).isEqualTo("Brown; Bea");
              assertThat(person.username()).isEqualTo("bea.brown");
              assertThat(person.email()).isEqualTo("Bea.Brown@Example.org");
              assertThat(person.role()).isEqualTo(Role.EMPLOYEE);
            });
  }

  @Test
  void eachLineTellsWhatIsWrongWithIt() {
    assertThat(problems("Bea,beab@x.org,bea,admin")).isEmpty();
    assertThat(problems(",beab@x.org,bea,")).containsExactly("name");
    assertThat(problems("Bea,bea,bea,")).containsExactly("email");
    assertThat(problems("Bea,,,")).containsExactly("email");
    assertThat(problems("Bea,beab@x.org,b,")).containsExactly("username");
    assertThat(problems("Bea,beab@x.org,bea,boss")).containsExactly("role");
    assertThat(problems("Bea,beab@x.org,taken,")).containsExactly("usernameTaken");
    assertThat(problems("Bea,Known@x.org,bea,")).containsExactly("emailKnown");
  }

  @Test
  void whatStandsTwiceIsWrongTheSecondTimeAndLinesAreThoseOfTheFile() {
    InvitationTable table =
        read("name,email", "\"Bea", "Brown\",ab@x.org", "", "Ben,ab@x.org", "Bo,bo@x.org");
    assertThat(table.rows()).extracting(InvitationTable.Row::line).containsExactly(2L, 5L, 6L);
    assertThat(table.rows().get(1).problems())
        .containsExactly("admin.import.error.emailTwice", "admin.import.error.usernameTwice");
    assertThat(table.rows().get(2).fine()).isTrue();
  }

  @Test
  void whatIsNoTableIsToldAsAWhole() {
    assertThat(read("").problem()).endsWith(".empty");
    assertThat(read("name,email").problem()).endsWith(".empty");
    assertThat(read("who,what", "a,b").problem()).endsWith(".columns");
    assertThat(read("name,email", "\"Bea,b@x.org").problem()).endsWith(".form");
    String[] many = new String[InvitationTable.MOST + 2];
    many[0] = "name,email";
    for (int i = 1; i < many.length; i++) {
      many[i] = "P,p" + i + "@x.org";
    }
    assertThat(read(many).problem()).endsWith(".many");
  }
}
