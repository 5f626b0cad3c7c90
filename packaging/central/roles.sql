-- Two roles and a database; run once, as PostgreSQL's administrator.
-- library_owner owns the tables and changes their shape (`kiosk central migrate`).
-- library serves: it reads and writes rows, and can neither make nor drop a table.
\set ON_ERROR_STOP on
CREATE ROLE library_owner LOGIN;
CREATE ROLE library LOGIN;
CREATE DATABASE library OWNER library_owner
    ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8' TEMPLATE template0;
REVOKE ALL ON DATABASE library FROM PUBLIC;
GRANT CONNECT ON DATABASE library TO library;
\connect library
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO library;
ALTER DEFAULT PRIVILEGES FOR ROLE library_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO library;
