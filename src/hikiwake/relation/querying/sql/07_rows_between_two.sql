-- 07 Which rows are behind the values of two actors?
--
-- One row for each act, in order of time: where it stands in the files that were imported (file and row), and its score.
SELECT file, row, date, last, code, type, quad, score, publisher
FROM acts
ORDER BY date, last, file, acts.row
