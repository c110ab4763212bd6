-- Residents tell ideas, which makes them findable; everything else in the index is written by those who work with it.
select protect_rows('search_documents', 'true', 'municipality_code is null or acting_for_office()
  or municipality_code = any (acting_workplaces())
  or (kind = ''idea'' and municipality_code = any (acting_municipalities()))');
