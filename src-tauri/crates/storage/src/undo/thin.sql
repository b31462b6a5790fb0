DELETE FROM undo_step
WHERE entry IN (
    SELECT entry
    FROM (
        SELECT
            entry,
            row_number() OVER newest_first AS place,
            sum(bytes) OVER newest_first AS bytes_so_far
        FROM undo_step
        WINDOW newest_first AS (ORDER BY entry DESC)
    )
    WHERE place > 1 AND (place > ?1 OR bytes_so_far > ?2)
)
