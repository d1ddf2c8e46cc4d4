package org.parley.cli;

import jakarta.validation.Validator;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.account.AccountService;
import org.parley.account.AccountStatus;
import org.parley.account.DeviceService;
import org.parley.account.EmailTakenException;
import org.parley.account.PasswordRules;
import org.parley.account.PersonName;
import org.parley.account.Role;
import org.parley.account.UsernameTakenException;
import org.parley.audit.Party;
import org.parley.common.Passwords;
import org.parley.factor.SecondFactors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Adds, lists and changes accounts. */
@Component
class UserCommand implements Command {
  private static final int PAGE = 200;
  private static final String USAGE =
      """
      usage: user add <name> [--name "Full Name"] [--email address] [--admin] [--stdin]
             user passwd <name> [--stdin]
             user disable|enable <name>
             user device <name> [--label "Desk phone"]
             user reset-factor <name>
             user list
      --stdin takes the password from standard input; otherwise one is made and printed once.""";

  private final AccountService accounts;
  private final DeviceService devices;
  private final SecondFactors factors;
  private final PasswordRules rules;
  private final Passwords passwords;
  private final MessageSource messages;
  private final Validator validator;

  UserCommand(
      AccountService accounts,
      DeviceService devices,
      SecondFactors factors,
      PasswordRules rules,
      Passwords passwords,
      MessageSource messages,
      Validator validator) {
    this.accounts = accounts;
    this.devices = devices;
    this.factors = factors;
    this.rules = rules;
    this.passwords = passwords;
    this.messages = messages;
    this.validator = validator;
  }

  /** What the rule about names is asked with. */
  private record Named(@PersonName String name) {}

  @Override
  public String name() {
    return "user";
  }

  @Override
  public int run(List<String> words, PrintStream out, PrintStream err) {
    List<String> rest = new ArrayList<>(words);
    String verb = rest.isEmpty() ? "" : rest.remove(0);
    if (verb.equals("list")) {
      return list(out);
    }
    if (rest.isEmpty()) {
      err.println(USAGE);
      return 2;
    }
    String username = rest.remove(0);
    return switch (verb) {
      case "add" -> add(username, rest, out, err);
      case "passwd" -> passwd(username, rest, out, err);
      case "disable" -> status(username, AccountStatus.DISABLED, out);
      case "enable" -> status(username, AccountStatus.ACTIVE, out);
      case "device" -> device(username, rest, out);
      case "reset-factor" -> resetFactor(username, out);
      default -> {
        err.println(USAGE);
        yield 2;
      }
    };
  }

  private int add(String username, List<String> options, PrintStream out, PrintStream err) {
    if (!AccountService.USERNAME.matcher(username).matches()) {
      err.println("A sign-in name has 2 to 64 of a-z 0-9 . _ - and begins with a letter or digit.");
      return 1;
    }
    String name = Objects.requireNonNullElse(option(options, "--name"), username);
    if (!validator.validateValue(Named.class, "name", name).isEmpty()) {
      err.println("A name has 1 to 120 characters, none of which control what is printed.");
      return 1;
    }
    Optional<String> password = password(username, options, err);
    if (password.isEmpty()) {
      return 1;
    }
    Role role = options.contains("--admin") ? Role.ADMIN : Role.EMPLOYEE;
    try {
      accounts.createByCommand(username, name, option(options, "--email"), password.get(), role);
    } catch (UsernameTakenException e) {
      err.println("The name '" + username + "' is taken.");
      return 1;
    } catch (EmailTakenException e) {
      err.println("Another account has that address.");
      return 1;
    }
    out.println("added " + username + (role == Role.ADMIN ? " (administrator)" : ""));
    tell(options, password.get(), out);
    return 0;
  }

  private int passwd(String username, List<String> options, PrintStream out, PrintStream err) {
    Optional<String> password = password(username, options, err);
    if (password.isEmpty()) {
      return 1;
    }
    accounts.setPasswordByCommand(username, password.get());
    out.println("password of " + username + " changed; signed out everywhere");
    tell(options, password.get(), out);
    return 0;
  }

  private int status(String username, AccountStatus status, PrintStream out) {
    accounts.changeStatus(username, status);
    out.println(username + " is " + status.name().toLowerCase(Locale.ROOT));
    return 0;
  }

  private int device(String username, List<String> options, PrintStream out) {
    String label = option(options, "--label");
    DeviceService.NewDevice device = devices.add(username, label == null ? "Desk phone" : label);
    out.println("user: " + device.authUser());
    out.println("password: " + device.password().reveal());
    out.println("address: " + device.address());
    return 0;
  }

  // For whoever has lost the phone and the recovery codes, and may be the only administrator.
  private int resetFactor(String username, PrintStream out) {
    Party subject = accounts.party(username);
    boolean had = factors.isOn(subject.id());
    factors.reset(null, subject);
    out.println(
        (had
                ? "second factor of " + subject.username() + " removed"
                : subject.username() + " had no second factor")
            + "; signed out everywhere");
    return 0;
  }

  private int list(PrintStream out) {
    String after = "";
    List<AccountService.Summary> page = accounts.page(after, PAGE);
    while (!page.isEmpty()) {
      for (AccountService.Summary account : page) {
        out.printf(
            "%-24s %-10s %-9s %s%n",
            account.username(), account.role(), account.status(), account.name());
        after = account.username();
      }
      page = page.size() < PAGE ? List.of() : accounts.page(after, PAGE);
    }
    return 0;
  }

  private Optional<String> password(String username, List<String> options, PrintStream err) {
    if (!options.contains("--stdin")) {
      return Optional.of(passwords.make());
    }
    String password = Parley.readLine();
    Optional<String> complaint = rules.complaint(password, username);
    complaint.ifPresent(key -> err.println(messages.getMessage(key, null, key, Locale.ENGLISH)));
    return complaint.isPresent() ? Optional.empty() : Optional.of(password);
  }

  private static void tell(List<String> options, String password, PrintStream out) {
    if (!options.contains("--stdin")) {
      out.println("password: " + password);
    }
  }

  private static @Nullable String option(List<String> options, String name) {
    int at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : null;
  }
}
