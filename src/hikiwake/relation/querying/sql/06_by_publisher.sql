-- 06 Who tells of them, period by period?
--
-- One row for each period, layout and publisher, that of rows without a publisher last.
SELECT
    start,
    (start + to_months($months) + to_days($days))::DATE - 1 AS "end",
    layout,
    publisher,
    sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
    count(*) AS events,
    sum(share) AS acts
FROM spread
GROUP BY ALL
ORDER BY start, layout NULLS LAST, publisher NULLS LAST
