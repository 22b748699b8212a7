-- When a refused request was objected to: its clock runs from there (see RequestRecord::clockFrom()). No event of that kind
-- can have arrived before this version.
ALTER TABLE request ADD COLUMN objected INTEGER;

-- The closed requests, page by page.
CREATE INDEX request_closed ON request(received DESC, id) WHERE state=6;
