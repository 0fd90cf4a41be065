-- 04 Acts of which types were they, period by period?
--
-- One row for each period and PLOVER type, that of rows without a type last.
SELECT
    start,
    (start + to_months($months) + to_days($days))::DATE - 1 AS "end",
    type,
    sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
    count(*) AS events,
    sum(share) AS acts
FROM spread
GROUP BY ALL
ORDER BY start, type NULLS LAST
