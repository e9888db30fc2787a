CREATE TYPE "public"."leech_action" AS ENUM('MARK', 'SUSPEND');--> statement-breakpoint
CREATE TYPE "public"."new_card_mix" AS ENUM('MIXED', 'NEW_FIRST', 'REVIEWS_FIRST');--> statement-breakpoint
CREATE TYPE "public"."weights_source" AS ENUM('FIT', 'MANUAL', 'DEFAULT');--> statement-breakpoint
CREATE TABLE "course_exams" (
	"user_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"exam_date" date NOT NULL,
	"target_retention" double precision NOT NULL,
	"minutes_per_day" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "course_exams_user_id_course_id_pk" PRIMARY KEY("user_id","course_id")
);
--> statement-breakpoint
CREATE TABLE "scheduler_weights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"deck_id" uuid,
	"version" integer NOT NULL,
	"source" "weights_source" NOT NULL,
	"weights" double precision[] NOT NULL,
	"counts" boolean NOT NULL,
	"review_count" integer NOT NULL,
	"card_count" integer NOT NULL,
	"log_loss_before" double precision,
	"log_loss_after" double precision,
	"rmse_before" double precision,
	"rmse_after" double precision,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "scheduler_weights_version" UNIQUE NULLS NOT DISTINCT("user_id","deck_id","version")
);
--> statement-breakpoint
CREATE TABLE "study_presets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"desired_retention" double precision NOT NULL,
	"new_cards_per_day" integer NOT NULL,
	"reviews_per_day" integer NOT NULL,
	"new_cards_ignore_review_limit" boolean DEFAULT false NOT NULL,
	"learning_steps_minutes" integer[] NOT NULL,
	"relearning_steps_minutes" integer[] NOT NULL,
	"maximum_interval_days" integer NOT NULL,
	"fuzz" boolean NOT NULL,
	"load_balance" boolean DEFAULT false NOT NULL,
	"easy_days" double precision[] DEFAULT '{1,1,1,1,1,1,1}'::float8[] NOT NULL,
	"review_order" "review_order" NOT NULL,
	"new_card_mix" "new_card_mix" DEFAULT 'MIXED' NOT NULL,
	"bury_siblings" boolean DEFAULT true NOT NULL,
	"learn_ahead_minutes" integer DEFAULT 20 NOT NULL,
	"leech_lapses" integer DEFAULT 8 NOT NULL,
	"leech_action" "leech_action" DEFAULT 'MARK' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "review_log_card";--> statement-breakpoint
ALTER TABLE "cards" ADD COLUMN "sibling_key" text;--> statement-breakpoint
ALTER TABLE "review_log" ADD COLUMN "replay_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "review_log" SET "replay_at" = "history"."replay_at" FROM (
	SELECT "id", max("reviewed_at") OVER (PARTITION BY "user_id", "card_id" ORDER BY "seq") AS "replay_at" FROM "review_log"
) "history" WHERE "history"."id" = "review_log"."id";--> statement-breakpoint
ALTER TABLE "review_log" ALTER COLUMN "replay_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "review_log" ADD COLUMN "interval_days" integer;--> statement-breakpoint
ALTER TABLE "review_log" ADD COLUMN "leech_suspended" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "schedulers" ADD COLUMN "leech_lapses" integer DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "new_cards_ignore_review_limit" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "load_balance" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "easy_days" double precision[] DEFAULT '{1,1,1,1,1,1,1}'::float8[] NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "new_card_mix" "new_card_mix" DEFAULT 'MIXED' NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "bury_siblings" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "learn_ahead_minutes" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "leech_lapses" integer DEFAULT 8 NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "leech_action" "leech_action" DEFAULT 'MARK' NOT NULL;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "preset_id" uuid;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "today_day" date;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "today_new_cards" integer;--> statement-breakpoint
ALTER TABLE "study_settings" ADD COLUMN "today_reviews" integer;--> statement-breakpoint
ALTER TABLE "scheduler_weights" ADD CONSTRAINT "scheduler_weights_deck_id_decks_id_fk" FOREIGN KEY ("deck_id") REFERENCES "public"."decks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scheduler_weights_deck" ON "scheduler_weights" USING btree ("deck_id");--> statement-breakpoint
CREATE INDEX "study_presets_user" ON "study_presets" USING btree ("user_id","name","id");--> statement-breakpoint
ALTER TABLE "study_settings" ADD CONSTRAINT "study_settings_preset_id_study_presets_id_fk" FOREIGN KEY ("preset_id") REFERENCES "public"."study_presets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_siblings" ON "cards" USING btree ("deck_id","sibling_key") WHERE sibling_key is not null;--> statement-breakpoint
CREATE INDEX "review_log_history" ON "review_log" USING btree ("user_id","card_id","replay_at","seq");--> statement-breakpoint
CREATE INDEX "study_settings_preset" ON "study_settings" USING btree ("preset_id");