-- Acts on one scale, spread over periods: each period has the share of its days of an act whose date is imprecise.
--
-- $scale           the scale of the scores; 'quad': cooperation is 1, conflict -1; NULL: all rows, whatever their score
-- $measure         mean, sum, net or count: a value is sum(pull) / sum(weight), where there is a weight, else sum(pull)
-- $by              day, month, quarter, year or decade
-- $months, $days   how long such a period is: 1 month and 0 days, 0 months and 1 day ...
, acts AS (
    SELECT
        date, last, source, target, code, type, quad, issue, publisher, layout, file, row,
        CASE WHEN $scale <> 'quad' THEN score WHEN quad <= 2 THEN 1.0 WHEN quad <= 4 THEN -1.0 END AS score
    FROM between_them
    WHERE date <= $to AND last >= $from AND year <= date_part('year', $to)
      AND ($scale IS NULL OR (scale = $scale AND score IS NOT NULL) OR ($scale = 'quad' AND quad IS NOT NULL))
)
, shares AS (
    SELECT
        *,
        (least(last, (start + to_months($months) + to_days($days))::DATE - 1) - greatest(date, start) + 1)
            / (last - date + 1)::DOUBLE AS share
    FROM (
        SELECT
            *,
            unnest(CASE
                WHEN date = last THEN [date_trunc($by, date)::TIMESTAMP]
                ELSE generate_series(
                    date_trunc($by, greatest(date, $from))::TIMESTAMP, least(last, $to)::TIMESTAMP,
                    to_months($months) + to_days($days)
                )
            END)::DATE AS start
        FROM acts
    ) AS placed
)
, spread AS (
    SELECT
        *,
        CASE WHEN $measure = 'count' THEN share ELSE share * score END AS pull,
        CASE WHEN $measure = 'mean' THEN share WHEN $measure = 'net' THEN share * abs(score) END AS weight
    FROM shares
)
