-- Takers by topic
SELECT t.name_th, SUM(f.taker_count) AS takers
FROM fact_workshop AS f
JOIN dim_topic AS t ON t.topic_id = f.topic_id
GROUP BY t.topic_id, t.name_th
ORDER BY t.topic_id;
