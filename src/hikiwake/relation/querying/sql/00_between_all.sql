-- What counts between all actors: the rows whose source and target are known, and are not the same.
--
-- For the table events, and for $from and $to, see 00_between_two.sql; it stands in place of that file.
WITH between_them AS (
    SELECT * FROM events WHERE source <> target
)
