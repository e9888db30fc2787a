CREATE TYPE "public"."manual_change" AS ENUM('RESET', 'RESCHEDULE');--> statement-breakpoint
ALTER TABLE "practice_tests" ADD COLUMN "time_limit_seconds" integer;--> statement-breakpoint
ALTER TABLE "practice_tests" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "review_log" ADD COLUMN "change" "manual_change";--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "exam_date" date;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "target_retention" double precision DEFAULT 0.9 NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "minutes_per_day" integer DEFAULT 30 NOT NULL;