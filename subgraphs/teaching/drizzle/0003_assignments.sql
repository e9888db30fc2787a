CREATE TYPE "public"."assignment_kind" AS ENUM('STUDY', 'TEST', 'WRITTEN');--> statement-breakpoint
CREATE TYPE "public"."submission_state" AS ENUM('OPEN', 'SUBMITTED', 'GRADED', 'EXCUSED');--> statement-breakpoint
CREATE TABLE "assignment_overrides" (
	"assignment_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"opens_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"attempts_max" integer,
	CONSTRAINT "assignment_overrides_assignment_id_student_id_pk" PRIMARY KEY("assignment_id","student_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"course_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"kind" "assignment_kind" NOT NULL,
	"title" text NOT NULL,
	"instructions" text,
	"deck_id" uuid,
	"attached_by" uuid,
	"opens_at" timestamp (3) with time zone,
	"due_at" timestamp (3) with time zone,
	"closes_at" timestamp (3) with time zone,
	"order_at" timestamp (3) with time zone NOT NULL,
	"points" double precision NOT NULL,
	"goal_retrievability" double precision,
	"goal_test_score" double precision,
	"goal_questions_min" integer,
	"attempts_max" integer,
	"late_accepted" boolean NOT NULL,
	"grace_minutes" integer NOT NULL,
	"penalty_percent_per_day" double precision NOT NULL,
	"penalty_percent_max" double precision NOT NULL,
	"rubric" jsonb NOT NULL,
	"published" boolean NOT NULL,
	"grades_posted" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deck_card_counts" (
	"deck_id" uuid PRIMARY KEY NOT NULL,
	"card_count" integer NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memory_copies" (
	"user_id" uuid NOT NULL,
	"deck_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"stability" double precision NOT NULL,
	"reviewed_at" timestamp (3) with time zone NOT NULL,
	"review_id" uuid NOT NULL,
	"stability_before" double precision,
	"reviewed_before" timestamp (3) with time zone,
	CONSTRAINT "memory_copies_user_id_deck_id_card_id_pk" PRIMARY KEY("user_id","deck_id","card_id")
);
--> statement-breakpoint
CREATE TABLE "submission_attempts" (
	"id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"late" boolean NOT NULL,
	"score" double precision,
	"feedback" text,
	CONSTRAINT "submission_attempts_submission_id_id_pk" PRIMARY KEY("submission_id","id"),
	CONSTRAINT "submission_attempts_number_unique" UNIQUE("submission_id","number")
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"course_id" uuid NOT NULL,
	"student_id" uuid NOT NULL,
	"state" "submission_state" NOT NULL,
	"draft" text,
	"text" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"late" boolean DEFAULT false NOT NULL,
	"penalty_percent" double precision DEFAULT 0 NOT NULL,
	"progress" double precision,
	"score_before_penalty" double precision,
	"score" double precision,
	"feedback" text,
	"criteria" jsonb NOT NULL,
	"graded_by" uuid,
	"graded_at" timestamp (3) with time zone,
	"excused_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "submissions_assignment_student_unique" UNIQUE("assignment_id","student_id")
);
--> statement-breakpoint
ALTER TABLE "assignment_overrides" ADD CONSTRAINT "assignment_overrides_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_attempts" ADD CONSTRAINT "submission_attempts_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_assignment_id_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_overrides_student_idx" ON "assignment_overrides" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "assignments_course_idx" ON "assignments" USING btree ("course_id","order_at","id");--> statement-breakpoint
CREATE INDEX "assignments_deck_idx" ON "assignments" USING btree ("deck_id","kind") WHERE published and deck_id is not null;--> statement-breakpoint
CREATE INDEX "memory_copies_card_idx" ON "memory_copies" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "submission_attempts_student_idx" ON "submission_attempts" USING btree ("student_id");--> statement-breakpoint
CREATE INDEX "submissions_assignment_idx" ON "submissions" USING btree ("assignment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "submissions_course_student_idx" ON "submissions" USING btree ("course_id","student_id");--> statement-breakpoint
CREATE INDEX "submissions_student_idx" ON "submissions" USING btree ("student_id");