{{- define "quartermaster.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "quartermaster.selector" -}}
app.kubernetes.io/name: quartermaster
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{/* Not managed-by: what carries "quartermaster" there is what the program made. */}}
{{- define "quartermaster.labels" -}}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{ include "quartermaster.selector" . }}
{{- end }}

{{- define "quartermaster.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}{{ else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "quartermaster.host" -}}
{{- .Values.ingress.host | default (get (urlParse .Values.url) "host") }}
{{- end }}

{{- define "quartermaster.container" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "quartermaster.check" -}}
{{- if and .Values.workspace .Values.slack.secret }}
{{- fail "workspace is for a try without Slack: set workspace to false, or take slack.secret away." }}
{{- end }}
{{- if not (or .Values.workspace .Values.slack.secret) }}
{{- fail "Name the Secret with SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN in slack.secret, or set workspace=true to try it out without Slack." }}
{{- end }}
{{- if and (not .Values.workspace) (not .Values.url) }}
{{- fail "Say in url how people's machines reach it, such as https://quartermaster.example.com: the links it sends begin with that." }}
{{- end }}
{{- if and .Values.workspace .Values.ingress.enabled }}
{{- fail "The workspace's page lets anybody be anybody: it is reached by kubectl port-forward, and never by an Ingress." }}
{{- end }}
{{- if gt (int .Values.replicas) 1 }}
{{- if not .Values.database.secret }}
{{- fail "More than one replica share a PostgreSQL of their own: name its Secret in database.secret." }}
{{- end }}
{{- if and (not .Values.home.claim) (ne .Values.home.accessMode "ReadWriteMany") }}
{{- fail "More than one replica write the same home: home.accessMode has to be ReadWriteMany, or home.claim name such a volume." }}
{{- end }}
{{- end }}
{{- if and (eq .Values.rbac.scope "teams") (not .Values.teams) }}
{{- fail "Nothing could be made anywhere: list the teams, or set rbac.scope=cluster for an organisation whose namespaces are created." }}
{{- end }}
{{- if and (eq .Values.config.from "folder") (not (.Files.Glob "config/**.yaml")) }}
{{- fail "config.from is folder, and there is none: copy it to config/ beside Chart.yaml." }}
{{- end }}
{{- if and (eq .Values.config.from "git") (not .Values.config.git.repository) }}
{{- fail "config.from is git: say which in config.git.repository." }}
{{- end }}
{{- if and .Values.kueue.enabled (not .Values.kueue.flavors) }}
{{- fail "kueue is enabled without flavors: say what there is in kueue.flavors." }}
{{- end }}
{{- include "quartermaster.checkTeams" . }}
{{- include "quartermaster.checkEnvironment" . }}
{{- end }}

{{- define "quartermaster.checkTeams" -}}
{{- $release := .Release.Namespace }}
{{- $ids := dict }}
{{- $namespaces := dict }}
{{- range .Values.teams }}
{{- if or (eq .namespace "default") (hasPrefix "kube-" .namespace) }}
{{- fail (printf "The namespace %s is the cluster's own: give the team %s another." .namespace .id) }}
{{- end }}
{{- if eq .namespace $release }}
{{- fail (printf "The namespace %s is the one that this is installed in: give the team %s another." .namespace .id) }}
{{- end }}
{{- if hasKey $ids .id }}
{{- fail (printf "The team %s stands twice in teams." .id) }}
{{- end }}
{{- if hasKey $namespaces .namespace }}
{{- fail (printf "The teams %s and %s have one namespace, %s: give each one of its own." (get $namespaces .namespace) .id .namespace) }}
{{- end }}
{{- $_ := set $ids .id true }}
{{- $_ := set $namespaces .namespace .id }}
{{- end }}
{{- range $name, $_ := .Values.teamDefaults.labels }}
{{- if or (has $name (list "helm.sh/chart" "app.kubernetes.io/managed-by" "pod-security.kubernetes.io/enforce" "pod-security.kubernetes.io/warn")) (hasPrefix "quartermaster.dev/" $name) }}
{{- fail (printf "The label %s of teamDefaults.labels is not for values to say: a level of Pod Security stands in podSecurity, and the rest is told by teams." $name) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "quartermaster.checkEnvironment" -}}
{{- range $name, $value := .Values.environment }}
{{- if or (regexMatch "(?i)(password|passwd|pwd|token|secret|credential)s?[\"']?\\s*[=:]" (toString $value)) (regexMatch "://[^/\\s]*@" (toString $value)) }}
{{- fail (printf "The value of environment.%s holds a secret: put the variable into a Secret, and name that in moreSecrets." $name) }}
{{- end }}
{{- end }}
{{- end }}
