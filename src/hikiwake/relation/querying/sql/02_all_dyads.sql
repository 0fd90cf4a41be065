-- 02 How did the acts between all pairs of actors stand, period by period?
--
-- One row for each dyad and period in which something is told; actors are those of the rows, predecessors by their own
-- codes. Directed, first is the source and second the target; else the two stand in the order of their codes.
--
-- $directed        true: each direction by itself
SELECT
    CASE WHEN $directed OR source < target THEN source ELSE target END AS first,
    CASE WHEN $directed OR source < target THEN target ELSE source END AS second,
    start,
    (start + to_months($months) + to_days($days))::DATE - 1 AS "end",
    sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
    count(*) AS events,
    sum(share) AS acts
FROM spread
GROUP BY ALL
ORDER BY first, second, start
