package org.parley.location;

import jakarta.persistence.Query;
import java.time.Instant;

/**
 * The one place that decides who sees where somebody is: conditions on rows {@code l} of the table
 * {@code location}.
 */
final class Sight {
  /** What {@code :me} may see of others. Who shares with nobody is not in the table. */
  static final String SEEN =
      " l.until_at > :now and l.account_id <> :me and (l.audience = 'ALL' or (l.audience ="
          + " 'CONTACTS' and exists (select 1 from contact sc where sc.owner_id = l.account_id and"
          + " sc.person_id = :me)) or (l.audience = 'TEAM' and exists (select 1 from profile sp"
          + " where sp.account_id = l.account_id and (sp.department = :department or sp.manager_id"
          + " = :manager)))) and not exists (select 1 from contact_block sb where sb.owner_id ="
          + " l.account_id and sb.person_id = :me) and not exists (select 1 from account sa where"
          + " sa.id = l.account_id and sa.status <> 'ACTIVE')";

  /** Who works where is as hidden as they want it to be. */
  private static final String WORK_SHOWN =
      " (fp.work_for = 'EVERYONE' or (fp.work_for = 'CONTACTS' and exists (select 1 from contact fw"
          + " where fw.owner_id = fp.account_id and fw.person_id = :me)))";

  private Sight() {}

  /** Those of the rows who are of {@code crowd}. */
  static String of(Crowd crowd) {
    return switch (crowd.kind()) {
      case ALL -> "";
      case CONTACTS ->
          " and exists (select 1 from contact fc where fc.owner_id = :me and fc.person_id ="
              + " l.account_id)";
      case FAVOURITES ->
          " and exists (select 1 from contact fc where fc.owner_id = :me and fc.person_id ="
              + " l.account_id and fc.favourite = true)";
      case GROUP ->
          " and exists (select 1 from contact fc join contact_group_member fm on fm.contact_id ="
              + " fc.id join contact_group fg on fg.id = fm.group_id where fc.owner_id = :me and"
              + " fc.person_id = l.account_id and fg.owner_id = :me and fg.id = :group)";
      case TEAM ->
          " and exists (select 1 from profile fp where fp.account_id = l.account_id and"
              + " (fp.department = :department or fp.manager_id = :manager) and"
              + WORK_SHOWN
              + ")";
      case DEPARTMENT ->
          " and exists (select 1 from profile fp where fp.account_id = l.account_id and"
              + " fp.department = :wanted and"
              + WORK_SHOWN
              + ")";
    };
  }

  /** Binds what the conditions name. */
  static void bind(Query query, Viewer viewer, Crowd crowd, Instant now) {
    query
        .setParameter("me", viewer.id())
        .setParameter("department", viewer.department())
        .setParameter("manager", viewer.managerId())
        .setParameter("now", now);
    if (crowd.group() != null) {
      query.setParameter("group", crowd.group());
    }
    if (crowd.department() != null) {
      query.setParameter("wanted", crowd.department());
    }
  }
}
