-- Roles of a warehouse on PostgreSQL: one that loads, one that reads. README.md says how to use this file.
--
--   psql --dbname=DATABASE --file=roles.sql
--
-- To be run in the warehouse's database by a superuser, or by a role that may make roles and schemas. It may
-- be run again. It sets no passwords: give each role one with \password, which sends no clear text.

\set ON_ERROR_STOP on

SET client_min_messages = warning;

BEGIN;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'edusandbox_loader') THEN
        CREATE ROLE edusandbox_loader LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'edusandbox_reader') THEN
        CREATE ROLE edusandbox_reader LOGIN;
    END IF;
END
$$;

-- Who is no superuser may give things only to a role that they belong to.
GRANT edusandbox_loader TO CURRENT_USER;

-- The loader owns the schema: it makes the tables, upgrades them and loads them.
CREATE SCHEMA IF NOT EXISTS edusandbox AUTHORIZATION edusandbox_loader;
ALTER SCHEMA edusandbox OWNER TO edusandbox_loader;

REVOKE ALL ON SCHEMA edusandbox FROM PUBLIC;
GRANT USAGE ON SCHEMA edusandbox TO edusandbox_reader;

DO $$
BEGIN
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO edusandbox_loader, edusandbox_reader', current_database());
    EXECUTE format('ALTER ROLE edusandbox_loader IN DATABASE %I SET search_path = edusandbox', current_database());
    EXECUTE format('ALTER ROLE edusandbox_reader IN DATABASE %I SET search_path = edusandbox', current_database());
    EXECUTE format(
        'ALTER ROLE edusandbox_reader IN DATABASE %I SET default_transaction_read_only = on', current_database()
    );
END
$$;

-- The functions that tell the past run with their owner's rights; PostgreSQL lets everybody call a new one.
ALTER DEFAULT PRIVILEGES FOR ROLE edusandbox_loader REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Views that are there already. The program grants those that it makes anew, whenever it does.
DO $$
DECLARE
    mart text;
BEGIN
    FOR mart IN
        SELECT format('%I.%I', schemaname, viewname) FROM pg_views
        WHERE schemaname = 'edusandbox' AND (viewname LIKE 'mart\_%' OR viewname LIKE 'fact\_%')
    LOOP
        EXECUTE format('GRANT SELECT ON %s TO edusandbox_reader', mart);
    END LOOP;
    FOR mart IN
        SELECT pg_proc.oid::regprocedure::text FROM pg_proc
        JOIN pg_namespace ON pg_namespace.oid = pg_proc.pronamespace
        WHERE nspname = 'edusandbox' AND proname LIKE 'mart\_%\_as\_at'
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', mart);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO edusandbox_reader', mart);
    END LOOP;
END
$$;

COMMIT;
