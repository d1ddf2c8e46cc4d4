package org.parley.account;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds accounts by the words of {@code account_term}. */
@Repository
class DirectoryDao {
  // What is more than this is many: how many more makes no difference to the plan.
  private static final int MANY = 2_000;
  private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

  @PersistenceContext
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * Where a page begins.
   *
   * @param term the word of the last one before; empty in a list without words
   * @param name their name as it is ordered
   * @param id their identifier
   */
  record Key(String term, String name, long id) {}

  /** A word to look for: whole, or the beginning of one. */
  record Word(String text, boolean whole) {
    String end() {
      // Texts are compared as if spaces followed: what is next behind a word is the sign behind a
      // space.
      return text + (whole ? "!" : HIGHEST);
    }
  }

  /**
   * Accounts that have {@code first} and all other {@code words}, in order of their word that fits
   * {@code first}, then of their names.
   */
  List<Key> find(Word first, List<Word> words, @Nullable Key after, int limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder sql =
        new StringBuilder(
            "select t.term, t.sort_name, t.account_id from account_term t"
                + " where t.term >= :from and t.term < :end"
                // Somebody with two words that fit is shown once, at the first of them.
                + " and t.term = (select min(e.term) from account_term e"
                + " where e.account_id = t.account_id and e.term >= :word and e.term < :end)");
    values.put("word", first.text());
    values.put("from", after == null ? first.text() : after.term());
    values.put("end", first.end());
    if (after != null) {
      sql.append(
          " and (t.term > :from or t.sort_name > :name or (t.sort_name = :name and t.account_id >"
              + " :id))");
      values.put("name", after.name());
      values.put("id", after.id());
    }
    int number = 0;
    for (Word word : words) {
      if (word.equals(first)) {
        continue;
      }
      // Counted, not "exists": that would let the database begin with the many who have this word.
      String begin = "w" + number;
      String end = "x" + number++;
      sql.append(" and (select count(*) from account_term o where o.account_id = t.account_id")
          .append(" and o.term >= :")
          .append(begin)
          .append(" and o.term < :")
          .append(end)
          .append(") > 0");
      values.put(begin, word.text());
      values.put(end, word.end());
    }
    sql.append(" order by t.term, t.sort_name, t.account_id");
    return keys(sql.toString(), values, limit);
  }

  /** Which of {@code words} narrows most: a list is read along it. */
  Word leader(List<Word> words) {
    return words.size() == 1
        ? words.get(0)
        : words.stream().min(Comparator.comparingInt(this::count)).orElseThrow();
  }

  private int count(Word word) {
    Object found =
        entities
            .createNativeQuery(
                "select count(*) from (select 1 from account_term where term >= :word and term <"
                    + " :end limit "
                    + MANY
                    + ") some")
            .setParameter("word", word.text())
            .setParameter("end", word.end())
            .getSingleResult();
    return ((Number) found).intValue();
  }

  private List<Key> keys(String sql, Map<String, Object> values, int limit) {
    Query query = entities.createNativeQuery(sql);
    values.forEach(query::setParameter);
    List<?> rows = query.setMaxResults(limit).getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Key((String) row[0], (String) row[1], ((Number) row[2]).longValue()))
        .toList();
  }

  /** Accounts that no word leads to yet; locked, so that no other node takes the same. */
  List<Long> unknown(int limit) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from account a where not exists (select 1 from account_term t where"
                    + " t.account_id = a.id) order by id limit "
                    + limit
                    + " for update skip locked")
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  /** The identifiers of all who can administer now, locked until the transaction ends. */
  List<Long> lockAdministrators() {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from account where role = 'ADMIN' and status = 'ACTIVE' order by id"
                    + " for update")
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }
}
