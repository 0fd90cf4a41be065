-- 05 On which issues were they, period by period?
--
-- One row for each period and issue, that of rows without an issue last. A row that names several (a;b) counts in each.
SELECT
    start,
    (start + to_months($months) + to_days($days))::DATE - 1 AS "end",
    nullif(trim(each), '') AS issue,
    sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
    count(*) AS events,
    sum(share) AS acts
FROM (SELECT *, unnest(string_split(coalesce(issue, ''), ';')) AS each FROM spread) AS of_issue
GROUP BY ALL
ORDER BY start, issue NULLS LAST
