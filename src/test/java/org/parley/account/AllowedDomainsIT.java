package org.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.common.Settings;
import org.parley.testing.TestMails;
import org.parley.testing.TestPeople;
import org.parley.testing.TestSettings;
import org.parley.testing.WebTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The one list of domains, at registration. */
@WebTest
class AllowedDomainsIT {
  @Autowired private RegistrationService registrations;
  @Autowired private PasswordRules rules;
  @Autowired private RateLimits limits;
  @Autowired private Settings settings;
  @Autowired private TestMails mails;
  @Autowired private javax.sql.DataSource dataSource;

  private final String username = "dora-" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void nobodyHasTriedYet() {
    new JdbcTemplate(dataSource).update("delete from sign_in_attempt");
  }

  private ResultActions register(String email) throws Exception {
    RegistrationController controller =
        new RegistrationController(
            registrations, rules, limits, TestSettings.forDomains(settings, "example.org"));
    MockMvc mvc = MockMvcBuilders.standaloneSetup(controller).build();
    return mvc.perform(
        post("/register")
            .param("username", username)
            .param("name", "Dora Doe")
            .param("email", email)
            .param("password", TestPeople.PASSWORD));
  }

  @Test
  void anAddressOfAnotherDomainIsRefusedBesideItsField() throws Exception {
    for (String email :
        new String[] {"dora@example.com", "dora@sub.example.org", "d@example.org.evil.com"}) {
      register(email)
          .andExpect(status().isUnprocessableContent())
          .andExpect(model().attributeHasFieldErrorCode("form", "email", "account.email.domain"));
      assertThat(mails.to(email)).isEmpty();
    }
  }

  @Test
  void anAddressOfTheListIsTakenHoweverItIsWritten() throws Exception {
    register(username + "@Example.ORG").andExpect(redirectedUrl("/register/done"));
  }
}
