package org.parley.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

/**
 * Asks the index. What fits better counts more, by steps that are the same on every node: a whole
 * word of the name, its beginning, the address, what a person tells, a part inside a word, and last
 * what is written nearly so. Nothing else counts, so that pages follow one another.
 */
final class PeopleQuery {
  /** Letters of a part that is looked for inside words too; shorter ones only begin words. */
  static final int SHORTEST_PART = 3;

  private static final int SHORTEST_MISSPELT = 4;
  private static final int SHORTEST_UNFINISHED = 5;
  private static final int TWO_MISTAKES = 8;
  private static final int MOST_STATES = 2_000;

  private PeopleQuery() {}

  /**
   * The query.
   *
   * @param forgiving whether words count that are written nearly so
   */
  static Query of(Question question, boolean forgiving) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    if (question.words().isEmpty()) {
      all.add(new MatchAllDocsQuery(), Occur.FILTER);
    }
    Query close = question.closeTo().isEmpty() ? null : among(question.closeTo());
    for (List<String> spellings : question.words()) {
      all.add(word(spellings, question, close, forgiving), Occur.MUST);
    }
    filter(all, Fields.COUNTRY, question.country(), close);
    filter(all, Fields.REGION, folded(question.region()), close);
    filter(all, Fields.DEPARTMENT, folded(question.department()), close);
    all.add(LongPoint.newExactQuery(Fields.ID_POINT, question.without()), Occur.MUST_NOT);
    return all.build();
  }

  private static @Nullable String folded(@Nullable String text) {
    return text == null ? null : Words.whole(text);
  }

  private static Query word(
      List<String> spellings, Question question, @Nullable Query close, boolean forgiving) {
    List<Query> ways = new ArrayList<>();
    for (String word : spellings) {
      boolean isPart = word.length() >= SHORTEST_PART;
      ways.add(worth(16, new TermQuery(new Term(Fields.NAME, word))));
      ways.add(worth(14, new PrefixQuery(new Term(Fields.NAME, word))));
      ways.add(worth(12, new PrefixQuery(new Term(Fields.USER, word))));
      ways.add(worth(8, new PrefixQuery(new Term(Fields.OPEN, word))));
      if (isPart) {
        ways.add(worth(4, new PrefixQuery(new Term(Fields.OPEN_PARTS, word))));
      }
      if (question.internal()) {
        ways.add(worth(10, new PrefixQuery(new Term(Fields.INTERNAL, word))));
        if (isPart) {
          ways.add(worth(3, new PrefixQuery(new Term(Fields.INTERNAL_PARTS, word))));
        }
      }
      if (close != null) {
        ways.add(worth(7, both(new PrefixQuery(new Term(Fields.CLOSE, word)), close)));
        if (isPart) {
          ways.add(worth(3, both(new PrefixQuery(new Term(Fields.CLOSE_PARTS, word)), close)));
        }
      }
      if (forgiving && word.length() >= SHORTEST_MISSPELT) {
        forgive(word, question, close, ways);
      }
    }
    return new DisjunctionMaxQuery(ways, 0);
  }

  private static void forgive(
      String word, Question question, @Nullable Query close, List<Query> ways) {
    ways.add(worth(2, misspelt(Fields.NAME, word)));
    ways.add(worth(1, misspelt(Fields.USER, word)));
    ways.add(worth(1, misspelt(Fields.OPEN, word)));
    if (question.internal()) {
      ways.add(worth(1, misspelt(Fields.INTERNAL, word)));
    }
    if (close != null) {
      ways.add(worth(1, both(misspelt(Fields.CLOSE, word), close)));
    }
    if (word.length() >= SHORTEST_UNFINISHED) {
      ways.add(worth(1, unfinished(Fields.NAME, word)));
      ways.add(worth(1, unfinished(Fields.OPEN, word)));
    }
  }

  /**
   * A whole word with one letter wrong, missing, too many or in its neighbour's place; two in long
   * ones.
   */
  private static Query misspelt(String field, String word) {
    int mistakes = word.length() >= TWO_MISTAKES ? 2 : 1;
    return new FuzzyQuery(new Term(field, word), mistakes, 0, 50, true);
  }

  /** The beginning of a word, with one mistake. */
  private static Query unfinished(String field, String word) {
    return new AutomatonQuery(
        new Term(field, word),
        Operations.determinize(
            Operations.concatenate(
                new LevenshteinAutomata(word, true).toAutomaton(1), Automata.makeAnyString()),
            MOST_STATES));
  }

  private static void filter(
      BooleanQuery.Builder all, String field, @Nullable String value, @Nullable Query close) {
    if (value == null) {
      return;
    }
    Query open = new TermQuery(new Term(field, value));
    if (close == null) {
      all.add(open, Occur.FILTER);
      return;
    }
    all.add(
        new BooleanQuery.Builder()
            .add(open, Occur.SHOULD)
            .add(both(new TermQuery(new Term(Fields.CLOSE + field, value)), close), Occur.SHOULD)
            .build(),
        Occur.FILTER);
  }

  private static Query among(Collection<Long> ids) {
    return LongPoint.newSetQuery(Fields.ID_POINT, Set.copyOf(ids));
  }

  private static Query both(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.FILTER).add(other, Occur.FILTER).build();
  }

  private static Query worth(int steps, Query query) {
    return new BoostQuery(new ConstantScoreQuery(query), steps);
  }
}
