-- 01 How did the acts between two actors stand, period by period?
--
-- One row for each period from the first to the last in which something is told. A period in which nothing is told has
-- no value: it is silent, not zero. events is how many rows touch the period, acts the sum of their shares; the four
-- classes are shares by quad class, which rows without one leave out.
, told AS (
    SELECT
        start,
        sum(pull) / nullif(coalesce(sum(weight), 1), 0) AS value,
        count(*) AS events,
        sum(share) AS acts,
        sum(CASE WHEN quad = 1 THEN share ELSE 0 END) AS verbal_cooperation,
        sum(CASE WHEN quad = 2 THEN share ELSE 0 END) AS material_cooperation,
        sum(CASE WHEN quad = 3 THEN share ELSE 0 END) AS verbal_conflict,
        sum(CASE WHEN quad = 4 THEN share ELSE 0 END) AS material_conflict
    FROM spread
    GROUP BY start
)
, periods AS (
    SELECT unnest(generate_series(
        min(start)::TIMESTAMP, max(start)::TIMESTAMP, to_months($months) + to_days($days)
    ))::DATE AS start
    FROM told
)
SELECT
    periods.start,
    (periods.start + to_months($months) + to_days($days))::DATE - 1 AS "end",
    value,
    coalesce(events, 0) AS events,
    coalesce(acts, 0) AS acts,
    coalesce(verbal_cooperation, 0) AS verbal_cooperation,
    coalesce(material_cooperation, 0) AS material_cooperation,
    coalesce(verbal_conflict, 0) AS verbal_conflict,
    coalesce(material_conflict, 0) AS material_conflict
FROM periods LEFT JOIN told ON told.start = periods.start
ORDER BY periods.start
