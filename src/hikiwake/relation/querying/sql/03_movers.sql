-- 03 Between whom did the relation change most from one period to another?
--
-- One row for each dyad with enough acts in both: the value before and after, and the change, the largest first.
--
-- $directed        true: each direction by itself
-- $from, $to       a day of the period before, and a day of the period after
-- $least           how many acts each of the two must have
, by_period AS (
    SELECT
        CASE WHEN $directed OR source < target THEN source ELSE target END AS first,
        CASE WHEN $directed OR source < target THEN target ELSE source END AS second,
        start,
        sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
        sum(share) AS acts
    FROM spread
    WHERE start IN (date_trunc($by, $from), date_trunc($by, $to))
    GROUP BY ALL
)
SELECT
    earlier.first,
    earlier.second,
    earlier.value AS before,
    later.value AS after,
    later.value - earlier.value AS change,
    earlier.acts AS acts_before,
    later.acts AS acts_after
FROM by_period AS earlier
JOIN by_period AS later ON later.first = earlier.first AND later.second = earlier.second
WHERE earlier.start = date_trunc($by, $from) AND later.start = date_trunc($by, $to)
  AND earlier.acts >= $least AND later.acts >= $least
  AND earlier.value IS NOT NULL AND later.value IS NOT NULL
ORDER BY abs(later.value - earlier.value) DESC, earlier.first, earlier.second
