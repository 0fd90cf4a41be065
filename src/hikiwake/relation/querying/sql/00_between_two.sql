-- What counts between two actors: the rows from the first to the second and, undirected, from the second to the first.
--
-- Every question from 01 on begins with one of 00_between_two.sql or 00_between_all.sql, then 00_spread.sql:
--     cat 00_between_two.sql 00_spread.sql 01_one_dyad.sql
-- The table events has one row for each event (in the folder: events/year=YYYY/*.parquet, sorted by source, target and
-- date), with the columns date, last, source, target, code, type, quad, score, scale, issue, publisher, layout, file, row
-- and year.
--
-- $first, $second  lists of actor codes: an actor and the states that it continues; list_contains, = ANY elsewhere
-- $directed        true: only from the first to the second
-- $from, $to       dates: only what ends on or after the one and begins on or before the other
WITH between_them AS (
    SELECT * FROM events
    WHERE (list_contains($first, source) AND list_contains($second, target))
       OR (NOT $directed AND list_contains($second, source) AND list_contains($first, target))
)
