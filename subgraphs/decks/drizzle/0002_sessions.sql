CREATE TABLE "learn_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "learn_answers_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"question" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"level_before" smallint NOT NULL,
	"level_after" smallint NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"overridden_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "learn_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"answer_with" "answer_side" NOT NULL,
	"policy" jsonb NOT NULL,
	"pool" jsonb NOT NULL,
	"progress" jsonb NOT NULL,
	"question" jsonb,
	"started_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "match_games" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"board" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"score_ms" double precision,
	"wrong_moves" integer,
	"counts" boolean,
	"fault" text,
	"moves_fingerprint" text
);
--> statement-breakpoint
ALTER TABLE "learn_answers" ADD CONSTRAINT "learn_answers_session_id_learn_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."learn_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "learn_answers_session" ON "learn_answers" USING btree ("session_id","card_id","seq");--> statement-breakpoint
CREATE INDEX "learn_sessions_user_deck" ON "learn_sessions" USING btree ("user_id","deck_id","started_at","id");--> statement-breakpoint
CREATE INDEX "match_games_best" ON "match_games" USING btree ("user_id","deck_id","counts","score_ms");