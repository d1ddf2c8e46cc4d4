package org.parley.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.audit.Party;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session keeps of its owner: the account's identifier, no more than needed. Everything that
 * may change (name, role, status) is looked up anew for each request.
 */
public final class PortalUser implements UserDetails, CredentialsContainer, Party {
  private static final long serialVersionUID = 1L;

  private final long id;
  private final String username;
  private final String role;
  // Needed while signing in alone; later requests look the account up.
  private final transient @Nullable AccountStatus status;
  private transient @Nullable String passwordHash;

  PortalUser(Account account) {
    this.id = account.id();
    this.username = account.username();
    this.role = account.role().name();
    this.status = account.status();
    this.passwordHash = account.passwordHash();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_" + role));
  }

  /** Whether this person administers the portal. */
  public boolean isAdmin() {
    return role.equals(Role.ADMIN.name());
  }

  @Override
  public String username() {
    return username;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public String getUsername() {
    return username;
  }

  /** The account's status when this was read from the database; empty in a later request. */
  Optional<AccountStatus> status() {
    return Optional.ofNullable(status);
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }
}
