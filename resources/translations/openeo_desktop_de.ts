<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Account…</source>
        <translation>Konto…</translation>
    </message>
    <message>
        <source>List its jobs again</source>
        <translation>Jobs neu auflisten</translation>
    </message>
    <message>
        <source>Automatic downloads…</source>
        <translation>Automatische Downloads…</translation>
    </message>
    <message>
        <source>Start the back-end again</source>
        <translation>Backend wieder starten</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Nach oben	Alt+↑</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Nach unten	Alt+↓</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>This computer needs no sign-in.</source>
        <translation>Dieser Computer braucht keine Anmeldung.</translation>
    </message>
    <message>
        <source>The back-end of this computer is running.</source>
        <translation>Das Backend dieses Computers läuft.</translation>
    </message>
    <message>
        <source>There is no session.</source>
        <translation>Es gibt keine Sitzung.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Not asked yet, paused</source>
        <translation>Noch nicht gefragt, pausiert</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Offline seit {time}</translation>
    </message>
    <message>
        <source>Sign in again to go on</source>
        <translation>Neu anmelden, um fortzufahren</translation>
    </message>
    <message>
        <source>Trouble with this back-end</source>
        <translation>Störung bei diesem Backend</translation>
    </message>
    <message>
        <source>A mistake in the app</source>
        <translation>Ein Fehler in der App</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>History only</source>
        <translation>Nur Verlauf</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>Läuft nicht</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Not asked since the start.</source>
        <translation>Seit dem Start nicht gefragt.</translation>
    </message>
    <message>
        <source>The back-end does not answer. Its history stays readable.</source>
        <translation>Das Backend antwortet nicht. Sein Verlauf bleibt lesbar.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Its history stays readable.</source>
        <translation>Melden Sie sich neu an, um fortzufahren. Der Verlauf bleibt lesbar.</translation>
    </message>
    <message>
        <source>Signed out. Its history stays readable.</source>
        <translation>Abgemeldet. Der Verlauf bleibt lesbar.</translation>
    </message>
    <message>
        <source>The back-end answers with errors.</source>
        <translation>Das Backend antwortet mit Fehlern.</translation>
    </message>
    <message>
        <source>Not asked: something went wrong inside the app. Try again.</source>
        <translation>Nicht gefragt: In der App ist etwas schiefgegangen. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Switched off: nothing is asked of this back-end.</source>
        <translation>Ausgeschaltet: Dieses Backend wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Removed; the history of its jobs was kept.</source>
        <translation>Entfernt; der Verlauf seiner Jobs wurde behalten.</translation>
    </message>
    <message>
        <source>Not running. Its history stays readable.</source>
        <translation>Läuft nicht. Der Verlauf bleibt lesbar.</translation>
    </message>
    <message>
        <source>Not asked since the start: the synchronisation is paused.</source>
        <translation>Seit dem Start nicht gefragt: Der Abgleich ist pausiert.</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Benutzername und Passwort</translation>
    </message>
    <message>
        <source>{provider}, by a code</source>
        <translation>{provider}, mit einem Code</translation>
    </message>
    <message>
        <source>{provider}, in the browser</source>
        <translation>{provider}, im Browser</translation>
    </message>
    <message>
        <source>Client credentials at {provider}</source>
        <translation>Client-Zugangsdaten bei {provider}</translation>
    </message>
    <message>
        <source>User: {user}</source>
        <translation>Benutzer: {user}</translation>
    </message>
    <message>
        <source>Jobs last listed: {time}</source>
        <translation>Jobs zuletzt aufgelistet: {time}</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 Konto</translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation>{count} Konten</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>{count} online</source>
        <translation>{count} online</translation>
    </message>
    <message>
        <source>{count} to sign in</source>
        <translation>{count} anzumelden</translation>
    </message>
    <message>
        <source>{count} not asked yet</source>
        <translation>{count} noch nicht gefragt</translation>
    </message>
    <message>
        <source>{count} offline</source>
        <translation>{count} offline</translation>
    </message>
    <message>
        <source>{count} with errors</source>
        <translation>{count} mit Fehlern</translation>
    </message>
    <message>
        <source>{count} not reached by a mistake in the app</source>
        <translation>{count} wegen eines Fehlers in der App nicht erreicht</translation>
    </message>
    <message>
        <source>{count} switched off</source>
        <translation>{count} ausgeschaltet</translation>
    </message>
    <message>
        <source>synchronising…</source>
        <translation>Abgleich läuft…</translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>geprüft {time}</translation>
    </message>
    <message>
        <source>synchronised {time}</source>
        <translation>abgeglichen {time}</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation>vor {count} s</translation>
    </message>
    <message>
        <source>{account}: all jobs listed {time}</source>
        <translation>{account}: alle Jobs aufgelistet {time}</translation>
    </message>
    <message>
        <source>what changes was checked {time}</source>
        <translation>was sich ändert, geprüft {time}</translation>
    </message>
    <message>
        <source>Trust a certificate file</source>
        <translation>Einer Zertifikatsdatei vertrauen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Zertifikate (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only the certificates of the system are trusted now.</source>
        <translation>Jetzt wird nur den Zertifikaten des Systems vertraut.</translation>
    </message>
    <message>
        <source>The certificates in {name} are trusted from now on.</source>
        <translation>Ab jetzt wird den Zertifikaten in {name} vertraut.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Benutzer-ID</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Tarif</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove with its history</source>
        <translation>Mit Verlauf entfernen</translation>
    </message>
    <message>
        <source>Remove the account «{title}»?</source>
        <translation>Das Konto «{title}» entfernen?</translation>
    </message>
    <message>
        <source>Remove the history of «{title}»?</source>
        <translation>Den Verlauf von «{title}» entfernen?</translation>
    </message>
    <message>
        <source>The jobs on the back-end and downloaded files stay.</source>
        <translation>Die Jobs auf dem Backend und heruntergeladene Dateien bleiben.</translation>
    </message>
    <message>
        <source>The history of {jobs} goes for good.</source>
        <translation>Der Verlauf von {jobs} geht endgültig verloren.</translation>
    </message>
    <message>
        <source>You are signed out, and the sign-in is forgotten.</source>
        <translation>Sie werden abgemeldet, und die Anmeldung wird vergessen.</translation>
    </message>
    <message>
        <source>The history of {jobs} on this computer can stay readable, or go as well.</source>
        <translation>Der Verlauf von {jobs} auf diesem Computer kann lesbar bleiben oder mit entfernt werden.</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message>
        <source>{count} jobs</source>
        <translation>{count} Jobs</translation>
    </message>
    <message>
        <source>This address is not encrypted (http): others on the way can read how you sign in, and your data. Ask the provider for an https address.</source>
        <translation>Diese Adresse ist nicht verschlüsselt (http): Andere unterwegs können Ihre Anmeldung und Ihre Daten mitlesen. Fragen Sie den Anbieter nach einer https-Adresse.</translation>
    </message>
    <message>
        <source>This back-end has no batch jobs, and this app is for batch jobs. You can use it in the openEO Web Editor, or choose another back-end here.</source>
        <translation>Dieses Backend hat keine Batch-Jobs, und für die ist diese App da. Sie können es im openEO Web Editor nutzen oder hier ein anderes Backend wählen.</translation>
    </message>
    <message>
        <source>This back-end offers no way to sign in that this app knows. Ask the people who run it, or choose another back-end.</source>
        <translation>Dieses Backend bietet keine Anmeldung, die diese App kennt. Fragen Sie seine Betreiber, oder wählen Sie ein anderes Backend.</translation>
    </message>
    <message>
        <source>This back-end says of itself that it is not for production: it may change, or lose jobs, without notice.</source>
        <translation>Dieses Backend ist nach eigener Aussage nicht für den Produktivbetrieb: Es kann sich ohne Ankündigung ändern oder Jobs verlieren.</translation>
    </message>
    <message>
        <source>Client credentials, for programs</source>
        <translation>Client-Zugangsdaten, für Programme</translation>
    </message>
    <message>
        <source>Own client ID, by a code</source>
        <translation>Eigene Client-ID, mit einem Code</translation>
    </message>
    <message>
        <source>Own client ID, in the browser</source>
        <translation>Eigene Client-ID, im Browser</translation>
    </message>
    <message>
        <source>For programs and services: the client itself signs in, no person does.</source>
        <translation>Für Programme und Dienste: Der Client selbst meldet sich an, keine Person.</translation>
    </message>
    <message>
        <source>You sign in on a page of {provider}, with a code that you get here: in the browser of this computer or on your phone. This app never sees your password.</source>
        <translation>Sie melden sich auf einer Seite von {provider} an, mit einem Code, den Sie hier bekommen: im Browser dieses Computers oder auf dem Telefon. Diese App sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>Your browser opens a page of {provider}; sign in there and come back. This app never sees your password.</source>
        <translation>Ihr Browser öffnet eine Seite von {provider}; melden Sie sich dort an und kommen Sie zurück. Diese App sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>The account of this is no longer there.</source>
        <translation>Das Konto dazu gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running.</source>
        <translation>Das Backend dieses Computers läuft nicht.</translation>
    </message>
    <message>
        <source>Sign in to «{account}» first.</source>
        <translation>Melden Sie sich zuerst bei «{account}» an.</translation>
    </message>
    <message>
        <source>Needs the network: «{account}» is offline since {time}.</source>
        <translation>Braucht das Netz: «{account}» ist offline seit {time}.</translation>
    </message>
    <message>
        <source>Signing in to «{account}»…</source>
        <translation>Anmeldung bei «{account}»…</translation>
    </message>
    <message>
        <source>«{account}» is switched off. Switch it on first.</source>
        <translation>«{account}» ist ausgeschaltet. Schalten Sie es zuerst ein.</translation>
    </message>
    <message>
        <source>Only the history of «{account}» is here.</source>
        <translation>Von «{account}» ist nur der Verlauf hier.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running</source>
        <translation>Das Backend dieses Computers läuft nicht</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Nicht gestartet.</translation>
    </message>
    <message>
        <source>Not stopped.</source>
        <translation>Nicht gestoppt.</translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation>Nicht gelöscht.</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>Nicht geändert.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Protokollstufe</translation>
    </message>
    <message>
        <source>{costs} of {budget}</source>
        <translation>{costs} von {budget}</translation>
    </message>
    <message>
        <source>Back-ends</source>
        <translation>Backends</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>{percent}, says the back-end</source>
        <translation>{percent} laut Backend</translation>
    </message>
    <message>
        <source>waiting for {time}</source>
        <translation>wartet seit {time}</translation>
    </message>
    <message>
        <source>Waiting for a place: the back-end runs no more of your jobs at once. It is started as soon as one of them ends; Stop takes it out of the queue.</source>
        <translation>Wartet auf einen Platz: Das Backend führt nicht mehr Ihrer Jobs zugleich aus. Er startet, sobald einer endet; «Stoppen» nimmt ihn aus der Warteschlange.</translation>
    </message>
    <message>
        <source>Being created; the back-end has not answered yet.</source>
        <translation>Wird erstellt; das Backend hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>This job was not created at the back-end. What it was to be is kept here.</source>
        <translation>Dieser Job wurde auf dem Backend nicht erstellt. Was er werden sollte, ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end. What is known of it is kept here.</source>
        <translation>Diesen Job gibt es auf dem Backend nicht mehr. Was von ihm bekannt ist, ist hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Noch nicht gestartet.</translation>
    </message>
    <message>
        <source>Stopped before it finished. It can be started again.</source>
        <translation>Vor dem Ende gestoppt. Er kann wieder gestartet werden.</translation>
    </message>
    <message>
        <source>running for {time}</source>
        <translation>läuft seit {time}</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Costs so far</source>
        <translation>Bisherige Kosten</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Open a page of {host}?</source>
        <translation>Eine Seite von {host} öffnen?</translation>
    </message>
    <message>
        <source>The link comes from the back-end: {address}</source>
        <translation>Der Link kommt vom Backend: {address}</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>{title}, at {host}</source>
        <translation>{title}, bei {host}</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Sentinel Hub</source>
        <translation>Sentinel Hub</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Grafikprozessor</translation>
    </message>
    <message>
        <source>Pixels read</source>
        <translation>Gelesene Pixel</translation>
    </message>
    <message>
        <source>Most memory at once</source>
        <translation>Höchster Speicherbedarf</translation>
    </message>
    <message>
        <source>GB-hours</source>
        <translation>GB-Stunden</translation>
    </message>
    <message>
        <source>processing units</source>
        <translation>Verarbeitungseinheiten</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>No file is being downloaded.</source>
        <translation>Es wird keine Datei heruntergeladen.</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>Die Datei ist schon hier.</translation>
    </message>
    <message>
        <source>All {count} files are here already.</source>
        <translation>Alle {count} Dateien sind schon hier.</translation>
    </message>
    <message>
        <source>1 file is being downloaded</source>
        <translation>1 Datei wird heruntergeladen</translation>
    </message>
    <message>
        <source>{count} files are being downloaded</source>
        <translation>{count} Dateien werden heruntergeladen</translation>
    </message>
    <message>
        <source>1 is here already</source>
        <translation>1 ist schon hier</translation>
    </message>
    <message>
        <source>{count} are here already</source>
        <translation>{count} sind schon hier</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>role {roles}</source>
        <translation>Rolle {roles}</translation>
    </message>
    <message>
        <source>named {pattern}</source>
        <translation>mit Namen {pattern}</translation>
    </message>
    <message>
        <source>All files of jobs that finish</source>
        <translation>Alle Dateien fertiger Jobs</translation>
    </message>
    <message>
        <source>When finished</source>
        <translation>Wenn fertig</translation>
    </message>
    <message>
        <source>When finished: {rule}</source>
        <translation>Wenn fertig: {rule}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
    </message>
    <message>
        <source>{files} of unknown size</source>
        <translation>{files} unbekannter Größe</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>{files}, at least {size}</source>
        <translation>{files}, mindestens {size}</translation>
    </message>
    <message>
        <source>{size} free there</source>
        <translation>dort {size} frei</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} are needed, {free} are free. Choose another folder, or fewer files.</source>
        <translation>Der Platz reicht nicht: {needed} werden gebraucht, {free} sind frei. Wählen Sie einen anderen Ordner oder weniger Dateien.</translation>
    </message>
    <message>
        <source>Cancel {count} downloads?</source>
        <translation>{count} Downloads abbrechen?</translation>
    </message>
    <message>
        <source>Cancel the download of «{name}»?</source>
        <translation>Den Download von «{name}» abbrechen?</translation>
    </message>
    <message>
        <source>{size} that have arrived are deleted. To go on later, pause the download instead.</source>
        <translation>Bereits angekommene {size} werden gelöscht. Um später fortzufahren, pausieren Sie den Download.</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Download abbrechen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete {count} files?</source>
        <translation>{count} Dateien löschen?</translation>
    </message>
    <message>
        <source>Delete «{name}»?</source>
        <translation>«{name}» löschen?</translation>
    </message>
    <message>
        <source>{count} folders</source>
        <translation>{count} Ordnern</translation>
    </message>
    <message>
        <source>{size} are deleted from {folder}, not only from this list. As long as the back-end keeps the results, they can be downloaded again.</source>
        <translation>{size} werden aus {folder} gelöscht, nicht nur aus dieser Liste. Solange das Backend die Ergebnisse behält, können sie neu heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>{done} of {files}</source>
        <translation>{done} von {files}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>wartet auf Sie: {count}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation>Fehlgeschlagen: {reason}</translation>
    </message>
    <message>
        <source>Paused: {reason}</source>
        <translation>Pausiert: {reason}</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Lädt herunter</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Waits for sign-in</source>
        <translation>Wartet auf Anmeldung</translation>
    </message>
    <message>
        <source>Waits for space on the disk</source>
        <translation>Wartet auf freien Platz</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Downloaded, not verified</source>
        <translation>Heruntergeladen, ungeprüft</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Next try: {time}</source>
        <translation>Nächster Versuch: {time}</translation>
    </message>
    <message>
        <source>Tries so far: {count}</source>
        <translation>Bisherige Versuche: {count}</translation>
    </message>
    <message>
        <source>The file is complete; its checksum is the one the back-end gives.</source>
        <translation>Die Datei ist vollständig; ihre Prüfsumme ist die des Backends.</translation>
    </message>
    <message>
        <source>The file has arrived; its checksum is of a kind that this app does not know.</source>
        <translation>Die Datei ist da; ihre Prüfsumme ist von einer Art, die diese App nicht kennt.</translation>
    </message>
    <message>
        <source>The file has the announced length; the back-end gives no checksum.</source>
        <translation>Die Datei hat die angekündigte Länge; das Backend gibt keine Prüfsumme.</translation>
    </message>
    <message>
        <source>The file has arrived; the back-end gives neither length nor checksum to check it.</source>
        <translation>Die Datei ist da; das Backend gibt weder Länge noch Prüfsumme zum Prüfen.</translation>
    </message>
    <message>
        <source>Trying again soon</source>
        <translation>Gleich neuer Versuch</translation>
    </message>
    <message>
        <source>Trying again in {time}</source>
        <translation>Neuer Versuch in {time}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Something went wrong inside the app</source>
        <translation>In der App ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>This is a mistake in openEO Desktop, not yours. Jobs on the back-ends go on, and the app can usually be used further; if it behaves oddly, start it again. The report below holds no password and no link to data: copy it if you want to tell us.</source>
        <translation>Das ist ein Fehler in openEO Desktop, nicht Ihrer. Jobs auf den Backends laufen weiter, und meist kann die App weiter benutzt werden; verhält sie sich merkwürdig, starten Sie sie neu. Der Bericht unten enthält kein Passwort und keinen Link zu Daten: Kopieren Sie ihn, wenn Sie uns davon berichten wollen.</translation>
    </message>
    <message>
        <source>«{name}» can run programs, so it is not opened from here.</source>
        <translation>«{name}» kann Programme ausführen und wird daher von hier nicht geöffnet.</translation>
    </message>
    <message>
        <source>Look at it with «Show in folder» if you trust where it comes from.</source>
        <translation>Sehen Sie sie mit «Im Ordner zeigen» an, wenn Sie ihrer Herkunft trauen.</translation>
    </message>
    <message>
        <source>«{name}» is no longer in its folder.</source>
        <translation>«{name}» ist nicht mehr in ihrem Ordner.</translation>
    </message>
    <message>
        <source>It was moved or deleted. Download it again, or look for it in {folder}.</source>
        <translation>Sie wurde verschoben oder gelöscht. Laden Sie sie neu herunter, oder suchen Sie sie in {folder}.</translation>
    </message>
    <message>
        <source>No program on this computer opens «{name}».</source>
        <translation>Kein Programm auf diesem Computer öffnet «{name}».</translation>
    </message>
    <message>
        <source>Show it in its folder and choose a program there.</source>
        <translation>Zeigen Sie sie in ihrem Ordner und wählen Sie dort ein Programm.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open «{name}»?</source>
        <translation>«{name}» öffnen?</translation>
    </message>
    <message>
        <source>This is not a type of data that openEO Desktop knows. It comes from the back-end; open it only if you trust it.</source>
        <translation>Diesen Datentyp kennt openEO Desktop nicht. Die Datei kommt vom Backend; öffnen Sie sie nur, wenn Sie ihr trauen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>{items}, and {n} more</source>
        <translation>{items} und {n} weitere</translation>
    </message>
    <message>
        <source>from {node}</source>
        <translation>von {node}</translation>
    </message>
    <message>
        <source>the parameter {name}</source>
        <translation>der Parameter {name}</translation>
    </message>
    <message>
        <source>{n} processes</source>
        <translation>{n} Prozesse</translation>
    </message>
    <message>
        <source>W {west}, S {south}, E {east}, N {north}</source>
        <translation>W {west}, S {south}, O {east}, N {north}</translation>
    </message>
    <message>
        <source>{kind}, {n} features</source>
        <translation>{kind}, {n} Objekte</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>no process</source>
        <translation>kein Prozess</translation>
    </message>
    <message>
        <source>These nodes wait for each other: {names}.</source>
        <translation>Diese Knoten warten aufeinander: {names}.</translation>
    </message>
    <message>
        <source>«{node}» takes its data from «{missing}», which does not exist.</source>
        <translation>«{node}» nimmt seine Daten von «{missing}», das es nicht gibt.</translation>
    </message>
    <message>
        <source>«{node}» does not say its process.</source>
        <translation>«{node}» nennt seinen Prozess nicht.</translation>
    </message>
    <message>
        <source>No node is marked as the result.</source>
        <translation>Kein Knoten ist als Ergebnis markiert.</translation>
    </message>
    <message>
        <source>{n} nodes are marked as the result; there should be one.</source>
        <translation>{n} Knoten sind als Ergebnis markiert; es sollte einer sein.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>das Ergebnis</translation>
    </message>
    <message>
        <source>has a process of its own</source>
        <translation>hat einen eigenen Prozess</translation>
    </message>
    <message>
        <source>node {number} of {count}</source>
        <translation>Knoten {number} von {count}</translation>
    </message>
    <message>
        <source>This process has {n} nodes.</source>
        <translation>Dieser Prozess hat {n} Knoten.</translation>
    </message>
    <message>
        <source>Too large to be drawn</source>
        <translation>Zu groß zum Zeichnen</translation>
    </message>
    <message>
        <source>Show the JSON</source>
        <translation>JSON zeigen</translation>
    </message>
    <message>
        <source>No nodes</source>
        <translation>Keine Knoten</translation>
    </message>
    <message>
        <source>There is no process in this graph.</source>
        <translation>In diesem Graphen ist kein Prozess.</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… und {n} weitere.</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Ansicht umbenennen</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Name of the view, with its filters, columns and order:</source>
        <translation>Name der Ansicht, mit Filtern, Spalten und Sortierung:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove {jobs} from the history?</source>
        <translation>{jobs} aus dem Verlauf entfernen?</translation>
    </message>
    <message>
        <source>Its results and logs on {where} will be lost. This cannot be undone.</source>
        <translation>Seine Ergebnisse und Protokolle auf {where} gehen verloren. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Their results and logs on {where} will be lost. This cannot be undone.</source>
        <translation>Ihre Ergebnisse und Protokolle auf {where} gehen verloren. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Files that were downloaded stay.</source>
        <translation>Heruntergeladene Dateien bleiben.</translation>
    </message>
    <message>
        <source>What is still running is stopped.</source>
        <translation>Was noch läuft, wird gestoppt.</translation>
    </message>
    <message>
        <source>Delete {jobs}?</source>
        <translation>{jobs} löschen?</translation>
    </message>
    <message>
        <source>It was never created at the back-end; what it was to be goes from here.</source>
        <translation>Er wurde auf dem Backend nie erstellt; was er werden sollte, verschwindet von hier.</translation>
    </message>
    <message>
        <source>They were never created at the back-end; what they were to be goes from here.</source>
        <translation>Sie wurden auf dem Backend nie erstellt; was sie werden sollten, verschwindet von hier.</translation>
    </message>
    <message>
        <source>The back-end has dropped it already; now its history here goes as well.</source>
        <translation>Das Backend hat ihn schon entfernt; nun geht auch sein Verlauf hier verloren.</translation>
    </message>
    <message>
        <source>The back-end has dropped them already; now their history here goes as well.</source>
        <translation>Das Backend hat sie schon entfernt; nun geht auch ihr Verlauf hier verloren.</translation>
    </message>
    <message>
        <source>What has been computed so far may be lost, and may have to be paid for.</source>
        <translation>Was bisher berechnet ist, kann verloren gehen und trotzdem etwas kosten.</translation>
    </message>
    <message>
        <source>The job can be started again from the beginning.</source>
        <translation>Der Job kann von vorn neu gestartet werden.</translation>
    </message>
    <message>
        <source>The jobs can be started again from the beginning.</source>
        <translation>Die Jobs können von vorn neu gestartet werden.</translation>
    </message>
    <message>
        <source>Stop {jobs}?</source>
        <translation>{jobs} stoppen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Run {jobs} again?</source>
        <translation>{jobs} neu ausführen?</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Neu ausführen</translation>
    </message>
    <message>
        <source>The log of the failed run goes, and what is left of its results.</source>
        <translation>Das Protokoll des fehlgeschlagenen Laufs geht verloren, und was von den Ergebnissen übrig ist.</translation>
    </message>
    <message>
        <source>The logs of the failed runs go, and what is left of their results.</source>
        <translation>Die Protokolle der fehlgeschlagenen Läufe gehen verloren, und was von den Ergebnissen übrig ist.</translation>
    </message>
    <message>
        <source>The back-end discards the results it has of the earlier run. Files that were downloaded stay.</source>
        <translation>Das Backend verwirft die Ergebnisse des früheren Laufs. Heruntergeladene Dateien bleiben.</translation>
    </message>
    <message>
        <source>The back-end discards the results it has of the earlier runs. Files that were downloaded stay.</source>
        <translation>Das Backend verwirft die Ergebnisse der früheren Läufe. Heruntergeladene Dateien bleiben.</translation>
    </message>
    <message>
        <source>1 selected job is left out:</source>
        <translation>1 ausgewählter Job bleibt außen vor:</translation>
    </message>
    <message>
        <source>{count} selected jobs are left out:</source>
        <translation>{count} ausgewählte Jobs bleiben außen vor:</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
    <message>
        <source>Run a copy</source>
        <translation>Kopie ausführen</translation>
    </message>
    <message>
        <source>A new job with the same process is created and started; this one stays, with its results. It may cost as much as this one did.</source>
        <translation>Ein neuer Job mit demselben Prozess wird erstellt und gestartet; dieser bleibt mit seinen Ergebnissen. Der neue kann so viel kosten wie dieser.</translation>
    </message>
    <message>
        <source>Run a copy of «{title}»?</source>
        <translation>Eine Kopie von «{title}» ausführen?</translation>
    </message>
    <message>
        <source>New jobs with the same processes are created and started; these stay, with their results. They may cost as much as these did.</source>
        <translation>Neue Jobs mit denselben Prozessen werden erstellt und gestartet; diese bleiben mit ihren Ergebnissen. Die neuen können so viel kosten wie diese.</translation>
    </message>
    <message>
        <source>Run copies of {count} jobs?</source>
        <translation>Kopien von {count} Jobs ausführen?</translation>
    </message>
    <message>
        <source>Whoever has the link can read and download the results, without signing in, for as long as the back-end lets it be good. It cannot be taken back here.</source>
        <translation>Wer den Link hat, kann die Ergebnisse ohne Anmeldung lesen und herunterladen, solange das Backend ihn gelten lässt. Hier lässt er sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Copy a link to the results of «{title}»?</source>
        <translation>Link zu den Ergebnissen von «{title}» kopieren?</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>The browser opens {host}, which then asks {back_end}. Sign in there; the job is in the list of batch jobs. Its ID is copied, so that you can search for it.</source>
        <translation>Der Browser öffnet {host}, das dann {back_end} fragt. Melden Sie sich dort an; der Job steht in der Liste der Batch-Jobs. Seine ID wird kopiert, damit Sie danach suchen können.</translation>
    </message>
    <message>
        <source>Open «{title}» in the web editor?</source>
        <translation>«{title}» im Web Editor öffnen?</translation>
    </message>
    <message>
        <source>The back-end answered, but says neither costs nor duration nor size.</source>
        <translation>Das Backend hat geantwortet, nennt aber weder Kosten noch Dauer noch Größe.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>The back-end expects {what}.</source>
        <translation>Das Backend erwartet {what}.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size of the results</source>
        <translation>Größe der Ergebnisse</translation>
    </message>
    <message>
        <source>Downloads included</source>
        <translation>Downloads inbegriffen</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>no costs</source>
        <translation>keine Kosten</translation>
    </message>
    <message>
        <source>as many as you like</source>
        <translation>so viele Sie wollen</translation>
    </message>
    <message>
        <source>none: each costs extra</source>
        <translation>keine: jeder kostet extra</translation>
    </message>
    <message>
        <source>1 of the whole result</source>
        <translation>1 des ganzen Ergebnisses</translation>
    </message>
    <message>
        <source>{count} of the whole result</source>
        <translation>{count} des ganzen Ergebnisses</translation>
    </message>
    <message>
        <source>{n} year</source>
        <translation>{n} Jahr</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} Jahre</translation>
    </message>
    <message>
        <source>{n} month</source>
        <translation>{n} Monat</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} Monate</translation>
    </message>
    <message>
        <source>{n} week</source>
        <translation>{n} Woche</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n} Wochen</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} Tag</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} Tage</translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation>{n} Stunde</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} Stunden</translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation>{n} Minute</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} Minuten</translation>
    </message>
    <message>
        <source>{n} second</source>
        <translation>{n} Sekunde</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>no time at all</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>Three steps to your first job</source>
        <translation>Drei Schritte zum ersten Job</translation>
    </message>
    <message>
        <source>Choose where to compute first.</source>
        <translation>Wählen Sie zuerst, wo gerechnet wird.</translation>
    </message>
    <message>
        <source>&amp;Try it on this computer</source>
        <translation>&amp;Auf diesem Computer ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Konto hinzufügen…</translation>
    </message>
    <message>
        <source>New job from an &amp;example</source>
        <translation>Neuer Job aus einem &amp;Beispiel</translation>
    </message>
    <message>
        <source>&amp;Own process graph…</source>
        <translation>&amp;Eigener Prozessgraph…</translation>
    </message>
    <message>
        <source>Choose where to compute</source>
        <translation>Wählen, wo gerechnet wird</translation>
    </message>
    <message>
        <source>«This computer» needs no account: it computes on a small sample, and on your own files. For the collections of an openEO back-end, add your account there.</source>
        <translation>«Dieser Computer» braucht kein Konto: Er rechnet mit einer kleinen Stichprobe und mit Ihren eigenen Dateien. Für die Kollektionen eines openEO-Backends fügen Sie Ihr Konto dort hinzu.</translation>
    </message>
    <message>
        <source>Make a job</source>
        <translation>Einen Job machen</translation>
    </message>
    <message>
        <source>Take an example, or a process graph of your own: write it, open it (Ctrl+O), or drop a JSON file onto this window.</source>
        <translation>Nehmen Sie ein Beispiel oder einen eigenen Prozessgraphen: Schreiben Sie ihn, öffnen Sie ihn (Strg+O), oder ziehen Sie eine JSON-Datei auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Start it, and take the results</source>
        <translation>Starten und die Ergebnisse holen</translation>
    </message>
    <message>
        <source>Progress and log are shown while it runs, and you are told when it has ended. Results are downloaded with Ctrl+D, or dragged into other programs.</source>
        <translation>Fortschritt und Protokoll sind zu sehen, während er läuft, und am Ende werden Sie benachrichtigt. Ergebnisse werden mit Strg+D heruntergeladen oder in andere Programme gezogen.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: erledigt</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>removed account</source>
        <translation>entferntes Konto</translation>
    </message>
    <message>
        <source>Account: {title}</source>
        <translation>Konto: {title}</translation>
    </message>
    <message>
        <source>{what}: {when}</source>
        <translation>{what}: {when}</translation>
    </message>
    <message>
        <source>Process: {id}</source>
        <translation>Prozess: {id}</translation>
    </message>
    <message>
        <source>Collection: {id}</source>
        <translation>Kollektion: {id}</translation>
    </message>
    <message>
        <source>Costs: {range}</source>
        <translation>Kosten: {range}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>ab {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} bis {most}</translation>
    </message>
    <message>
        <source>from {least}</source>
        <translation>ab {least}</translation>
    </message>
    <message>
        <source>to {most}</source>
        <translation>bis {most}</translation>
    </message>
    <message>
        <source>Select a job first.</source>
        <translation>Wählen Sie zuerst einen Job aus.</translation>
    </message>
    <message>
        <source>Select one job only.</source>
        <translation>Wählen Sie nur einen Job aus.</translation>
    </message>
    <message>
        <source>This job waits for a place at its back-end. Stop takes it out of the queue.</source>
        <translation>Dieser Job wartet auf einen Platz bei seinem Backend. «Stoppen» nimmt ihn aus der Warteschlange.</translation>
    </message>
    <message>
        <source>This job is still being created.</source>
        <translation>Dieser Job wird noch erstellt.</translation>
    </message>
    <message>
        <source>An action on this job is still under way.</source>
        <translation>Eine Aktion an diesem Job läuft noch.</translation>
    </message>
    <message>
        <source>This job was not created at the back-end. Duplicate it to create it.</source>
        <translation>Dieser Job wurde auf dem Backend nicht erstellt. Duplizieren Sie ihn, um ihn zu erstellen.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end.</source>
        <translation>Diesen Job gibt es auf dem Backend nicht mehr.</translation>
    </message>
    <message>
        <source>This job has been started already.</source>
        <translation>Dieser Job wurde schon gestartet.</translation>
    </message>
    <message>
        <source>This job is neither queued nor running.</source>
        <translation>Dieser Job wartet oder läuft nicht.</translation>
    </message>
    <message>
        <source>A job that is queued or running cannot be changed. Stop it first.</source>
        <translation>Ein wartender oder laufender Job kann nicht geändert werden. Stoppen Sie ihn zuerst.</translation>
    </message>
    <message>
        <source>There are no results yet: the job has not been started.</source>
        <translation>Noch keine Ergebnisse: Der Job wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>There are no results yet: the job has not finished.</source>
        <translation>Noch keine Ergebnisse: Der Job ist nicht fertig.</translation>
    </message>
    <message>
        <source>This job failed; it has no results.</source>
        <translation>Dieser Job ist fehlgeschlagen; er hat keine Ergebnisse.</translation>
    </message>
    <message>
        <source>This back-end does not let jobs be changed. Duplicate the job instead.</source>
        <translation>Dieses Backend lässt Jobs nicht ändern. Duplizieren Sie den Job stattdessen.</translation>
    </message>
    <message>
        <source>This back-end does not estimate jobs.</source>
        <translation>Dieses Backend schätzt Jobs nicht.</translation>
    </message>
    <message>
        <source>This back-end does not offer that.</source>
        <translation>Dieses Backend bietet das nicht.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Back-end</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Processes and collections</source>
        <translation>Prozesse und Kollektionen</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>The back-end&apos;s own word; openEO does not know it.</source>
        <translation>Das Wort des Backends; openEO kennt es nicht.</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>{done} of {all} files…</source>
        <translation>{done} von {all} Dateien…</translation>
    </message>
    <message>
        <source>Failed, {done} of {all} files</source>
        <translation>Fehlgeschlagen, {done} von {all} Dateien</translation>
    </message>
    <message>
        <source>Paused, {done} of {all} files</source>
        <translation>Pausiert, {done} von {all} Dateien</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>Nicht erstellt</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stoppt…</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Wird gelöscht…</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Wird geändert…</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet…</translation>
    </message>
    <message>
        <source>It was not created at the back-end; kept here to be duplicated.</source>
        <translation>Er wurde auf dem Backend nicht erstellt; hier zum Duplizieren aufbewahrt.</translation>
    </message>
    <message>
        <source>No longer on the back-end; kept here in the history.</source>
        <translation>Nicht mehr auf dem Backend; hier im Verlauf aufbewahrt.</translation>
    </message>
    <message>
        <source>The back-end has not answered yet.</source>
        <translation>Das Backend hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Waits for a place: its back-end runs no more jobs at once.</source>
        <translation>Wartet auf einen Platz: Sein Backend führt nicht mehr Jobs zugleich aus.</translation>
    </message>
    <message>
        <source>None of the selected jobs allows this:</source>
        <translation>Keiner der ausgewählten Jobs erlaubt das:</translation>
    </message>
    <message>
        <source>These jobs wait for a place at their back-end. Stop takes them out of the queue.</source>
        <translation>Diese Jobs warten auf einen Platz bei ihrem Backend. «Stoppen» nimmt sie aus der Warteschlange.</translation>
    </message>
    <message>
        <source>These jobs are still being created.</source>
        <translation>Diese Jobs werden noch erstellt.</translation>
    </message>
    <message>
        <source>An action on each of these jobs is still under way.</source>
        <translation>An jedem dieser Jobs läuft noch eine Aktion.</translation>
    </message>
    <message>
        <source>These jobs were not created at the back-end. Duplicate them to create them.</source>
        <translation>Diese Jobs wurden auf dem Backend nicht erstellt. Duplizieren Sie sie, um sie zu erstellen.</translation>
    </message>
    <message>
        <source>These jobs are no longer on the back-end.</source>
        <translation>Diese Jobs gibt es auf dem Backend nicht mehr.</translation>
    </message>
    <message>
        <source>These jobs have been started already.</source>
        <translation>Diese Jobs wurden schon gestartet.</translation>
    </message>
    <message>
        <source>None of these jobs is queued or running.</source>
        <translation>Keiner dieser Jobs wartet oder läuft.</translation>
    </message>
    <message>
        <source>There are no results yet: the jobs have not been started.</source>
        <translation>Noch keine Ergebnisse: Die Jobs wurden nicht gestartet.</translation>
    </message>
    <message>
        <source>There are no results yet: the jobs have not finished.</source>
        <translation>Noch keine Ergebnisse: Die Jobs sind nicht fertig.</translation>
    </message>
    <message>
        <source>These jobs failed; they have no results.</source>
        <translation>Diese Jobs sind fehlgeschlagen; sie haben keine Ergebnisse.</translation>
    </message>
    <message>
        <source>The account of this job is no longer there.</source>
        <translation>Das Konto dieses Jobs gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The web editor cannot reach the back-end on this computer.</source>
        <translation>Der Web Editor erreicht das Backend auf diesem Computer nicht.</translation>
    </message>
    <message>
        <source>The web editor works with https only; this back-end has no encryption.</source>
        <translation>Der Web Editor arbeitet nur mit https; dieses Backend ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Der Job ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The job ran out of memory</source>
        <translation>Dem Job ging der Speicher aus</translation>
    </message>
    <message>
        <source>Run it again with a smaller area, fewer dates or bands, or with more memory in its job options (such as «executor-memory»).</source>
        <translation>Führen Sie ihn mit kleinerem Gebiet, weniger Tagen oder Bändern neu aus, oder mit mehr Speicher in den Job-Optionen (etwa «executor-memory»).</translation>
    </message>
    <message>
        <source>There was no space left for the results</source>
        <translation>Für die Ergebnisse war kein Platz mehr</translation>
    </message>
    <message>
        <source>Delete old jobs with results on this back-end, then run the job again.</source>
        <translation>Löschen Sie alte Jobs mit Ergebnissen auf diesem Backend, dann führen Sie den Job neu aus.</translation>
    </message>
    <message>
        <source>The job is too large for this back-end</source>
        <translation>Der Job ist zu groß für dieses Backend</translation>
    </message>
    <message>
        <source>Split it: a smaller area, a shorter time or fewer bands in each job.</source>
        <translation>Teilen Sie ihn: kleineres Gebiet, kürzere Zeit oder weniger Bänder pro Job.</translation>
    </message>
    <message>
        <source>A step took too long</source>
        <translation>Ein Schritt hat zu lange gedauert</translation>
    </message>
    <message>
        <source>Run it again; if it fails once more, use a smaller area or a shorter time.</source>
        <translation>Führen Sie ihn neu aus; scheitert er wieder, nehmen Sie ein kleineres Gebiet oder eine kürzere Zeit.</translation>
    </message>
    <message>
        <source>The back-end lost a part of the work</source>
        <translation>Das Backend hat einen Teil der Arbeit verloren</translation>
    </message>
    <message>
        <source>This is often a lack of memory: run it again with more memory or a smaller area.</source>
        <translation>Das ist oft Speichermangel: Führen Sie ihn mit mehr Speicher oder kleinerem Gebiet neu aus.</translation>
    </message>
    <message>
        <source>There is no data for this job</source>
        <translation>Für diesen Job gibt es keine Daten</translation>
    </message>
    <message>
        <source>Check the area, the time range, the bands and filters such as cloud cover: together they leave nothing of the collection.</source>
        <translation>Prüfen Sie Gebiet, Zeitraum, Bänder und Filter wie Bewölkung: Zusammen lassen sie nichts von der Kollektion übrig.</translation>
    </message>
    <message>
        <source>The collection is not on this back-end</source>
        <translation>Die Kollektion gibt es auf diesem Backend nicht</translation>
    </message>
    <message>
        <source>Check the collection&apos;s id, then run the job again with the right one.</source>
        <translation>Prüfen Sie die ID der Kollektion, dann führen Sie den Job mit der richtigen neu aus.</translation>
    </message>
    <message>
        <source>The process cannot be run on this back-end</source>
        <translation>Der Prozess kann auf diesem Backend nicht laufen</translation>
    </message>
    <message>
        <source>Mend the process: duplicate the job, change it and start it again.</source>
        <translation>Korrigieren Sie den Prozess: Duplizieren Sie den Job, ändern Sie ihn und starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>An argument of a process is not valid</source>
        <translation>Ein Argument eines Prozesses ist nicht gültig</translation>
    </message>
    <message>
        <source>Mend the argument that the message names: duplicate the job and change it.</source>
        <translation>Korrigieren Sie das Argument, das die Meldung nennt: Duplizieren Sie den Job und ändern Sie ihn.</translation>
    </message>
    <message>
        <source>The user-defined code (UDF) failed</source>
        <translation>Der eigene Code (UDF) ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The entry has the traceback: mend the code, then run the job again.</source>
        <translation>Der Eintrag enthält den Traceback: Korrigieren Sie den Code, dann führen Sie den Job neu aus.</translation>
    </message>
    <message>
        <source>The credits or the budget were not enough</source>
        <translation>Guthaben oder Budget haben nicht gereicht</translation>
    </message>
    <message>
        <source>Check the account&apos;s credits and the budget of the job, then run it again.</source>
        <translation>Prüfen Sie Guthaben und Budget, dann führen Sie den Job neu aus.</translation>
    </message>
    <message>
        <source>Access was refused</source>
        <translation>Der Zugriff wurde verweigert</translation>
    </message>
    <message>
        <source>Ask the back-end whether your account may use this data, then run it again.</source>
        <translation>Fragen Sie das Backend, ob Ihr Konto diese Daten nutzen darf, dann führen Sie den Job neu aus.</translation>
    </message>
    <message>
        <source>The back-end was too busy</source>
        <translation>Das Backend war überlastet</translation>
    </message>
    <message>
        <source>Nothing is wrong with the job: run it again later.</source>
        <translation>Mit dem Job ist alles in Ordnung: Führen Sie ihn später neu aus.</translation>
    </message>
    <message>
        <source>Read the entry and those before it. If it does not say enough, send it with the job&apos;s id to the support of the back-end.</source>
        <translation>Lesen Sie den Eintrag und die davor. Sagt er nicht genug, senden Sie ihn mit der ID des Jobs an den Support des Backends.</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Kein Job ausgewählt</translation>
    </message>
    <message>
        <source>Choose a job to read its log.</source>
        <translation>Wählen Sie einen Job, um sein Protokoll zu lesen.</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Kein Eintrag passt</translation>
    </message>
    <message>
        <source>The log has entries, but the levels and the text chosen leave none.</source>
        <translation>Das Protokoll hat Einträge, aber die gewählten Stufen und der Text lassen keinen übrig.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Alle Einträge zeigen</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Noch nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The log could not be fetched</source>
        <translation>Das Protokoll konnte nicht geholt werden</translation>
    </message>
    <message>
        <source>Fetching the log…</source>
        <translation>Protokoll wird geholt…</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>Noch kein Protokoll</translation>
    </message>
    <message>
        <source>Waiting for the first entry</source>
        <translation>Warten auf den ersten Eintrag</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Das Protokoll ist leer</translation>
    </message>
    <message>
        <source>The job has not been started.</source>
        <translation>Der Job wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>The job waits in the queue of the back-end. Entries appear here as it runs.</source>
        <translation>Der Job wartet in der Warteschlange des Backends. Einträge erscheinen hier, sobald er läuft.</translation>
    </message>
    <message>
        <source>The job is running. Entries appear here as the back-end writes them.</source>
        <translation>Der Job läuft. Einträge erscheinen hier, sobald das Backend sie schreibt.</translation>
    </message>
    <message>
        <source>The job failed, and the back-end has written no entry about it.</source>
        <translation>Der Job ist fehlgeschlagen, und das Backend hat dazu nichts geschrieben.</translation>
    </message>
    <message>
        <source>The back-end has written no entry for this job.</source>
        <translation>Das Backend hat zu diesem Job nichts geschrieben.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Process node</source>
        <translation>Prozessknoten</translation>
    </message>
    <message>
        <source>Entry id</source>
        <translation>Eintrags-ID</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Verbrauch</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Aufrufliste</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Weitere Felder</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>following</source>
        <translation>folgt</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Kein Treffer</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation>{count} Treffer</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Follow  ·  {count} new</source>
        <translation>Folgen  ·  {count} neu</translation>
    </message>
    <message>
        <source>Type, paste, open or drop a process graph, or choose an example.</source>
        <translation>Schreiben, einfügen, öffnen oder ziehen Sie einen Prozessgraphen hierher, oder wählen Sie ein Beispiel.</translation>
    </message>
    <message>
        <source>Valid so far ({nodes}). The back-end checks it before the job is created.</source>
        <translation>Bisher gültig ({nodes}). Das Backend prüft ihn, bevor der Job erstellt wird.</translation>
    </message>
    <message>
        <source>Valid: {back_end} accepts this process graph ({nodes}).</source>
        <translation>Gültig: {back_end} nimmt diesen Prozessgraphen an ({nodes}).</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>{back_end} found 1 problem:</source>
        <translation>{back_end} hat 1 Problem gefunden:</translation>
    </message>
    <message>
        <source>{back_end} found {count} problems:</source>
        <translation>{back_end} hat {count} Probleme gefunden:</translation>
    </message>
    <message>
        <source>1 problem:</source>
        <translation>1 Problem:</translation>
    </message>
    <message>
        <source>{count} problems:</source>
        <translation>{count} Probleme:</translation>
    </message>
    <message>
        <source>Valid so far. {back_end} does not offer to check process graphs.</source>
        <translation>Bisher gültig. {back_end} bietet keine Prüfung von Prozessgraphen.</translation>
    </message>
    <message>
        <source>Not checked: {back_end} does not answer, so no job can be created there now.</source>
        <translation>Nicht geprüft: {back_end} antwortet nicht, daher kann dort jetzt kein Job erstellt werden.</translation>
    </message>
    <message>
        <source>{back_end} could not check it; the job can be created all the same.</source>
        <translation>{back_end} konnte ihn nicht prüfen; der Job kann trotzdem erstellt werden.</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} Knoten</translation>
    </message>
    <message>
        <source>{jobs} while you were away.</source>
        <translation>{jobs} in Ihrer Abwesenheit.</translation>
    </message>
    <message>
        <source>{jobs}.</source>
        <translation>{jobs}.</translation>
    </message>
    <message>
        <source>«{title}» has finished.</source>
        <translation>«{title}» ist fertig.</translation>
    </message>
    <message>
        <source>«{title}» has failed.</source>
        <translation>«{title}» ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>«{title}» was canceled.</source>
        <translation>«{title}» wurde gestoppt.</translation>
    </message>
    <message>
        <source>«{title}» finished while you were away.</source>
        <translation>«{title}» wurde in Ihrer Abwesenheit fertig.</translation>
    </message>
    <message>
        <source>«{title}» failed while you were away.</source>
        <translation>«{title}» ist in Ihrer Abwesenheit fehlgeschlagen.</translation>
    </message>
    <message>
        <source>«{title}» was canceled while you were away.</source>
        <translation>«{title}» wurde in Ihrer Abwesenheit gestoppt.</translation>
    </message>
    <message>
        <source>1 job finished</source>
        <translation>1 Job fertig</translation>
    </message>
    <message>
        <source>{count} jobs finished</source>
        <translation>{count} Jobs fertig</translation>
    </message>
    <message>
        <source>1 job failed</source>
        <translation>1 Job fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} jobs failed</source>
        <translation>{count} Jobs fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 job was canceled</source>
        <translation>1 Job gestoppt</translation>
    </message>
    <message>
        <source>{count} jobs were canceled</source>
        <translation>{count} Jobs gestoppt</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>1 was canceled</source>
        <translation>1 gestoppt</translation>
    </message>
    <message>
        <source>{count} were canceled</source>
        <translation>{count} gestoppt</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Weitere Befehle</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Jobs that changed last</source>
        <translation>Zuletzt geänderte Jobs</translation>
    </message>
    <message>
        <source>{group}, switched on</source>
        <translation>{group}, eingeschaltet</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Asset</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Bytes</translation>
    </message>
    <message>
        <source>Not downloaded yet.</source>
        <translation>Noch nicht heruntergeladen.</translation>
    </message>
    <message>
        <source>On server</source>
        <translation>Auf Server</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Waits for space</source>
        <translation>Wartet auf Platz</translation>
    </message>
    <message>
        <source>Ready to drag</source>
        <translation>Bereit zum Ziehen</translation>
    </message>
    <message>
        <source>Roles: {roles}</source>
        <translation>Rollen: {roles}</translation>
    </message>
    <message>
        <source>{count} areas, the first: {place}</source>
        <translation>{count} Gebiete, das erste: {place}</translation>
    </message>
    <message>
        <source>Extent not in degrees</source>
        <translation>Ausdehnung nicht in Grad</translation>
    </message>
    <message>
        <source>S</source>
        <translation>S</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>W</source>
        <translation>W</translation>
    </message>
    <message>
        <source>E</source>
        <translation>O</translation>
    </message>
    <message>
        <source>{west} E to {east} W, over 180°</source>
        <translation>{west} O bis {east} W, über 180°</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Lizenz: {name}</translation>
    </message>
    <message>
        <source>Downloading costs nothing now</source>
        <translation>Herunterladen kostet jetzt nichts</translation>
    </message>
    <message>
        <source>Downloading all costs {price}</source>
        <translation>Alles herunterzuladen kostet {price}</translation>
    </message>
    <message>
        <source>{low} {south} to {high} {north}</source>
        <translation>{low} {south} bis {high} {north}</translation>
    </message>
    <message>
        <source>{low} to {high} {side}</source>
        <translation>{low} bis {high} {side}</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>ab {date}</translation>
    </message>
    <message>
        <source>to {date}</source>
        <translation>bis {date}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>Links expired on {date}</source>
        <translation>Links abgelaufen am {date}</translation>
    </message>
    <message>
        <source>Links hold until {date}</source>
        <translation>Links gelten bis {date}</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} von {all}</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{count} links are on the clipboard.</source>
        <translation>{count} Links sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Treat it as a secret: whoever has it can download the file without signing in.</source>
        <translation>Behandeln Sie ihn als Geheimnis: Wer ihn hat, kann die Datei ohne Anmeldung herunterladen.</translation>
    </message>
    <message>
        <source>The back-end gives no web address for this file, so none was copied.</source>
        <translation>Das Backend gibt für diese Datei keine Webadresse, daher wurde keine kopiert.</translation>
    </message>
    <message>
        <source>The file could not be read. It may have been moved or deleted.</source>
        <translation>Die Datei konnte nicht gelesen werden. Vielleicht wurde sie verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>This is not a text, whatever the back-end calls it.</source>
        <translation>Das ist kein Text, wie immer das Backend es nennt.</translation>
    </message>
    <message>
        <source>The first {size} are shown.</source>
        <translation>Zu sehen sind die ersten {size}.</translation>
    </message>
    <message>
        <source>This picture is too large to be shown here. Open it instead.</source>
        <translation>Dieses Bild ist zu groß, um es hier zu zeigen. Öffnen Sie es stattdessen.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be shown here. Open it instead.</source>
        <translation>Diese Art Bild kann hier nicht gezeigt werden. Öffnen Sie es stattdessen.</translation>
    </message>
    <message>
        <source>This picture is damaged. Download it again.</source>
        <translation>Dieses Bild ist beschädigt. Laden Sie es neu herunter.</translation>
    </message>
    <message>
        <source>Choose a job to see its results.</source>
        <translation>Wählen Sie einen Job, um seine Ergebnisse zu sehen.</translation>
    </message>
    <message>
        <source>Fetching the results…</source>
        <translation>Ergebnisse werden geholt…</translation>
    </message>
    <message>
        <source>This job is not known here</source>
        <translation>Dieser Job ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>It may have been deleted in the meantime.</source>
        <translation>Vielleicht wurde er inzwischen gelöscht.</translation>
    </message>
    <message>
        <source>It has left no results. Its log tells what happened.</source>
        <translation>Er hat keine Ergebnisse hinterlassen. Sein Protokoll sagt, was geschah.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>Results appear here when the job has been started and is finished.</source>
        <translation>Ergebnisse erscheinen hier, wenn der Job gestartet wurde und fertig ist.</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Noch nicht fertig</translation>
    </message>
    <message>
        <source>Results appear here as soon as the back-end has finished the job.</source>
        <translation>Ergebnisse erscheinen hier, sobald das Backend mit dem Job fertig ist.</translation>
    </message>
    <message>
        <source>The job was canceled</source>
        <translation>Der Job wurde gestoppt</translation>
    </message>
    <message>
        <source>It was canceled before it wrote any file.</source>
        <translation>Er wurde gestoppt, bevor er eine Datei schrieb.</translation>
    </message>
    <message>
        <source>Ask the back-end again</source>
        <translation>Das Backend neu fragen</translation>
    </message>
    <message>
        <source>The results could not be fetched</source>
        <translation>Die Ergebnisse konnten nicht geholt werden</translation>
    </message>
    <message>
        <source>No longer on the back-end</source>
        <translation>Nicht mehr auf dem Backend</translation>
    </message>
    <message>
        <source>The job was removed there before its results were fetched.</source>
        <translation>Der Job wurde dort entfernt, bevor seine Ergebnisse geholt wurden.</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Keine Dateien</translation>
    </message>
    <message>
        <source>The job is finished, but the back-end lists no file for it.</source>
        <translation>Der Job ist fertig, aber das Backend listet keine Datei auf.</translation>
    </message>
    <message>
        <source>Incomplete: these parts of the federation did not answer: {names}.</source>
        <translation>Unvollständig: Diese Teile des Verbunds haben nicht geantwortet: {names}.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end. Only downloaded files can be opened.</source>
        <translation>Diesen Job gibt es auf dem Backend nicht mehr. Nur heruntergeladene Dateien lassen sich öffnen.</translation>
    </message>
    <message>
        <source>These are partial results: the job did not run to its end.</source>
        <translation>Das sind Teilergebnisse: Der Job lief nicht bis zum Ende.</translation>
    </message>
    <message>
        <source>The links of these results have expired; downloading asks for fresh ones.</source>
        <translation>Die Links dieser Ergebnisse sind abgelaufen; beim Herunterladen werden neue geholt.</translation>
    </message>
    <message>
        <source>Shown is what is known on this computer.</source>
        <translation>Gezeigt wird, was auf diesem Computer bekannt ist.</translation>
    </message>
    <message>
        <source>Shown is what was known as of {moment}.</source>
        <translation>Gezeigt wird, was bekannt war: {moment}.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Ihre Konten</translation>
    </message>
    <message>
        <source>Sign-in, title, order, automatic downloads and removal are with each account. Passwords and tokens are kept in the keychain of the system alone.</source>
        <translation>Anmeldung, Titel, Reihenfolge, automatische Downloads und Entfernen finden Sie bei jedem Konto. Passwörter und Tokens liegen nur im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Account {title}</source>
        <translation>Konto {title}</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Log of the app</source>
        <translation>Protokoll der App</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Support</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>üblich</translation>
    </message>
    <message>
        <source>everything, for a support request</source>
        <translation>alles, für eine Support-Anfrage</translation>
    </message>
    <message>
        <source>The app &amp;logs</source>
        <translation>&amp;Protokolle der App</translation>
    </message>
    <message>
        <source>The environment variable {name} says so.</source>
        <translation>Die Umgebungsvariable {name} legt es fest.</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Reset the &amp;arrangement</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>All panes go back to where they were at the first start.</source>
        <translation>Alle Bereiche kommen dorthin, wo sie beim ersten Start waren.</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Ordner öffnen: {name}</translation>
    </message>
    <message>
        <source>Start &amp;with the computer</source>
        <translation>&amp;Mit dem Computer starten</translation>
    </message>
    <message>
        <source>Only without --profile, and not in a sandbox.</source>
        <translation>Nur ohne --profile und nicht in einer Sandbox.</translation>
    </message>
    <message>
        <source>Another copy of the app starts: {program}. Switch off and on to start this.</source>
        <translation>Eine andere Kopie der App startet: {program}. Schalten Sie aus und ein, damit diese startet.</translation>
    </message>
    <message>
        <source>It starts in the tray: the window opens when you ask for it.</source>
        <translation>Sie startet im Infobereich: Das Fenster öffnet sich, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>It starts minimised: the window opens when you ask for it.</source>
        <translation>Sie startet minimiert: Das Fenster öffnet sich, wenn Sie es wollen.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>Folder of a &amp;job</source>
        <translation>Ordner eines &amp;Jobs</translation>
    </message>
    <message>
        <source>A job&apos;s folder may hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Der Ordner eines Jobs kann {back_end}, {title}, {id} und {date} enthalten.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder. Until then the one before is used.</source>
        <translation>Geben Sie den ganzen Pfad eines Ordners an. Bis dahin gilt der vorige.</translation>
    </message>
    <message>
        <source>For example {folder}</source>
        <translation>Zum Beispiel {folder}</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>Ordner für Downloads</translation>
    </message>
    <message>
        <source>Files at once per &amp;server</source>
        <translation>Dateien zugleich pro &amp;Server</translation>
    </message>
    <message>
        <source>Files at once in &amp;all</source>
        <translation>Dateien zugleich &amp;insgesamt</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source> KB/s</source>
        <translation> KB/s</translation>
    </message>
    <message>
        <source>&amp;Limit of all downloads</source>
        <translation>&amp;Limit aller Downloads</translation>
    </message>
    <message>
        <source>Beside the files</source>
        <translation>Neben den Dateien</translation>
    </message>
    <message>
        <source>Write the job&apos;s log into its folder, too (lo&amp;g.json)</source>
        <translation>Auch das Protokoll des Jobs in seinen Ordner schreiben (lo&amp;g.json)</translation>
    </message>
    <message>
        <source>Fetch s&amp;mall results of the selected job ahead, ready to be dragged</source>
        <translation>&amp;Kleine Ergebnisse des ausgewählten Jobs vorab holen, bereit zum Ziehen</translation>
    </message>
    <message>
        <source>Title of the job</source>
        <translation>Titel des Jobs</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>This system shows no tray to apps.</source>
        <translation>Dieses System zeigt Apps keinen Infobereich.</translation>
    </message>
    <message>
        <source>Show the icon in the tray first.</source>
        <translation>Zeigen Sie zuerst das Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>This system shows no tray to apps: closing ends the app.</source>
        <translation>Dieses System zeigt Apps keinen Infobereich: Schließen beendet die App.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start of the app.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start der App.</translation>
    </message>
    <message>
        <source>Show e&amp;xact times in the table of jobs</source>
        <translation>&amp;Genaue Zeiten in der Job-Tabelle zeigen</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the tray</source>
        <translation>S&amp;ymbol im Infobereich zeigen</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>fragen</translation>
    </message>
    <message>
        <source>keep running in the tray</source>
        <translation>im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>beenden</translation>
    </message>
    <message>
        <source>When the window is c&amp;losed</source>
        <translation>Beim &amp;Schließen des Fensters</translation>
    </message>
    <message>
        <source>Those of the system, and {name}</source>
        <translation>Denen des Systems und {name}</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>Denen des Systems</translation>
    </message>
    <message>
        <source>No other certificates are trusted.</source>
        <translation>Anderen Zertifikaten wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>&amp;Pause the synchronisation</source>
        <translation>Abgleich &amp;pausieren</translation>
    </message>
    <message>
        <source>While it is paused, back-ends are asked only when you do something, or refresh (F5). A back-end has {connect:.0f} s to be reached and {read:.0f} s for each answer; what did not work is tried again later, ever less often.</source>
        <translation>Währenddessen werden Backends nur gefragt, wenn Sie etwas tun oder aktualisieren (F5). Ein Backend hat {connect:.0f} s für die Verbindung und {read:.0f} s für jede Antwort; was nicht gelang, wird später wieder versucht, immer seltener.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For https</source>
        <translation>Für https</translation>
    </message>
    <message>
        <source>For http</source>
        <translation>Für http</translation>
    </message>
    <message>
        <source>For all</source>
        <translation>Für alles</translation>
    </message>
    <message>
        <source>Back-ends are reached directly, without a proxy.</source>
        <translation>Backends werden direkt erreicht, ohne Proxy.</translation>
    </message>
    <message>
        <source>Change it in the system, or in HTTPS_PROXY, HTTP_PROXY and NO_PROXY.</source>
        <translation>Ändern Sie es im System oder in HTTPS_PROXY, HTTP_PROXY und NO_PROXY.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Vertraut wird</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate file…</source>
        <translation>Einer &amp;Zertifikatsdatei vertrauen…</translation>
    </message>
    <message>
        <source>Trust the &amp;system&apos;s only</source>
        <translation>Nur denen des &amp;Systems vertrauen</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>When a job ends</source>
        <translation>Wenn ein Job endet</translation>
    </message>
    <message>
        <source>Tell by a &amp;notification of the system while the window is not in front</source>
        <translation>Mit einer &amp;Benachrichtigung des Systems melden, solange das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>In the window a card tells of it, and the bell in the status bar keeps a list. Each end of a job is told once.</source>
        <translation>Im Fenster meldet es eine Karte, und die Glocke in der Statusleiste führt eine Liste. Jedes Ende eines Jobs wird einmal gemeldet.</translation>
    </message>
    <message>
        <source>&amp;Earlier notices…</source>
        <translation>&amp;Frühere Meldungen…</translation>
    </message>
    <message>
        <source>This system shows no tray to apps, which notifications need.</source>
        <translation>Dieses System zeigt Apps keinen Infobereich, den Benachrichtigungen brauchen.</translation>
    </message>
    <message>
        <source>Notifications need the icon in the tray: see General.</source>
        <translation>Benachrichtigungen brauchen das Symbol im Infobereich: siehe «Allgemein».</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Passwords and tokens</source>
        <translation>Passwörter und Tokens</translation>
    </message>
    <message>
        <source>Looking for the keychain…</source>
        <translation>Schlüsselbund wird gesucht…</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>openEO Desktop speaks to your back-ends, and to the services at which you sign in to them. It sends nothing to anybody else, and nothing about how you use it.</source>
        <translation>openEO Desktop spricht mit Ihren Backends und mit den Diensten, bei denen Sie sich dafür anmelden. Es sendet niemandem sonst etwas, und nichts darüber, wie Sie es benutzen.</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>Jobs, their logs and the description of their results are kept for ever.</source>
        <translation>Jobs, ihre Protokolle und die Beschreibung ihrer Ergebnisse werden für immer aufbewahrt.</translation>
    </message>
    <message>
        <source>Jobs are kept for ever; logs and descriptions of results as long as you chose.</source>
        <translation>Jobs werden für immer aufbewahrt; Protokolle und Beschreibungen von Ergebnissen so lange, wie Sie gewählt haben.</translation>
    </message>
    <message>
        <source>They are kept in the keychain of the system alone ({name}).</source>
        <translation>Sie liegen nur im Schlüsselbund des Systems ({name}).</translation>
    </message>
    <message>
        <source>This system has no keychain that can be used: they are kept in memory, and are forgotten when the app ends.</source>
        <translation>Dieses System hat keinen brauchbaren Schlüsselbund: Sie bleiben im Arbeitsspeicher und werden am Ende der App vergessen.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep openEO Desktop running without its window?</source>
        <translation>openEO Desktop ohne Fenster weiterlaufen lassen?</translation>
    </message>
    <message>
        <source>It goes on watching your jobs and downloading, and tells you when a job has ended; its icon in the tray brings the window back. Your choice is remembered, and can be changed in the settings.</source>
        <translation>Es beobachtet weiter Ihre Jobs, lädt herunter und meldet, wenn ein Job geendet hat; sein Symbol im Infobereich holt das Fenster zurück. Ihre Wahl wird gemerkt und kann in den Einstellungen geändert werden.</translation>
    </message>
    <message>
        <source>&amp;Open openEO Desktop</source>
        <translation>&amp;openEO Desktop öffnen</translation>
    </message>
    <message>
        <source>{count} more…</source>
        <translation>{count} weitere…</translation>
    </message>
    <message>
        <source>1 job is running</source>
        <translation>1 Job läuft</translation>
    </message>
    <message>
        <source>{count} jobs are running</source>
        <translation>{count} Jobs laufen</translation>
    </message>
    <message>
        <source>1 is queued</source>
        <translation>1 wartet</translation>
    </message>
    <message>
        <source>{count} are queued</source>
        <translation>{count} warten</translation>
    </message>
    <message>
        <source>1 job is queued</source>
        <translation>1 Job wartet</translation>
    </message>
    <message>
        <source>{count} jobs are queued</source>
        <translation>{count} Jobs warten</translation>
    </message>
    <message>
        <source>No job is running</source>
        <translation>Kein Job läuft</translation>
    </message>
    <message>
        <source>Copy this into a support request. Passwords, tokens, names of users and signed links are left out; look through it all the same, for titles of jobs may be in the log.</source>
        <translation>Kopieren Sie dies in eine Support-Anfrage. Passwörter, Tokens, Benutzernamen und signierte Links sind entfernt; sehen Sie es trotzdem durch, denn Titel von Jobs können im Protokoll stehen.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>&amp;Copy for support</source>
        <translation>Für den Support &amp;kopieren</translation>
    </message>
    <message>
        <source>Quit while «{title}» is running on this computer?</source>
        <translation>Beenden, während «{title}» auf diesem Computer läuft?</translation>
    </message>
    <message>
        <source>Quitting stops the job; what it has computed so far is lost.</source>
        <translation>Beenden stoppt den Job; was er bisher berechnet hat, geht verloren.</translation>
    </message>
    <message>
        <source>Quit and stop it</source>
        <translation>Beenden und ihn stoppen</translation>
    </message>
    <message>
        <source>Quit when it has ended</source>
        <translation>Beenden, wenn er fertig ist</translation>
    </message>
    <message>
        <source>Quit while {count} jobs are running on this computer?</source>
        <translation>Beenden, während {count} Jobs auf diesem Computer laufen?</translation>
    </message>
    <message>
        <source>Quitting stops these jobs; what they have computed so far is lost.</source>
        <translation>Beenden stoppt diese Jobs; was sie bisher berechnet haben, geht verloren.</translation>
    </message>
    <message>
        <source>Quit and stop them</source>
        <translation>Beenden und sie stoppen</translation>
    </message>
    <message>
        <source>Quit when they have ended</source>
        <translation>Beenden, wenn sie fertig sind</translation>
    </message>
    <message>
        <source>1 job that is queued here goes on at the next start.</source>
        <translation>1 hier wartender Job geht beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>{count} jobs that are queued here go on at the next start.</source>
        <translation>{count} hier wartende Jobs gehen beim nächsten Start weiter.</translation>
    </message>
    <message>
        <source>Jobs on other back-ends go on in any case.</source>
        <translation>Jobs auf anderen Backends laufen auf jeden Fall weiter.</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>More actions on the selected jobs</source>
        <translation>Weitere Aktionen für die ausgewählten Jobs</translation>
    </message>
    <message>
        <source>Search title, id, process, collection</source>
        <translation>Titel, ID, Prozess, Kollektion suchen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Job</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Share and e&amp;xport</source>
        <translation>&amp;Teilen und exportieren</translation>
    </message>
    <message>
        <source>Copy as c&amp;ode</source>
        <translation>Als &amp;Code kopieren</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>vor {minutes} min</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>heute {time}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}.{month}</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>1.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>2.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>3.</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>4.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5.</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>6.</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>7.</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>8.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>9.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>10.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>11.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>12.</translation>
    </message>
    <message>
        <source>Feature {number}</source>
        <translation>Objekt {number}</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>{kind}, {count} parts</source>
        <translation>{kind}, {count} Teile</translation>
    </message>
    <message>
        <source>{count} of {total} features</source>
        <translation>{count} von {total} Objekten</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 Objekt</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} Objekte</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation>{degrees}° O</translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation>{degrees}° W</translation>
    </message>
    <message>
        <source>{degrees}° N</source>
        <translation>{degrees}° N</translation>
    </message>
    <message>
        <source>{degrees}° S</source>
        <translation>{degrees}° S</translation>
    </message>
    <message>
        <source>{length} km</source>
        <translation>{length} km</translation>
    </message>
    <message>
        <source>{length} m</source>
        <translation>{length} m</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} Zeitpunkte</translation>
    </message>
    <message>
        <source>{count} bands</source>
        <translation>{count} Bänder</translation>
    </message>
    <message>
        <source>not georeferenced</source>
        <translation>ohne Georeferenz</translation>
    </message>
    <message>
        <source>column {column}, row {row}</source>
        <translation>Spalte {column}, Zeile {row}</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>Maximum</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Std. deviation</source>
        <translation>Standardabw.</translation>
    </message>
    <message>
        <source>2 % to 98 %</source>
        <translation>2 % bis 98 %</translation>
    </message>
    <message>
        <source>Valid pixels</source>
        <translation>Gültige Pixel</translation>
    </message>
    <message>
        <source>&amp;The system&apos;s program</source>
        <translation>&amp;Programm des Systems</translation>
    </message>
    <message>
        <source>&amp;Copy Python for a notebook</source>
        <translation>Python für ein &amp;Notebook kopieren</translation>
    </message>
    <message>
        <source>There is no common library for this kind of file.</source>
        <translation>Für diese Art von Datei gibt es keine verbreitete Bibliothek.</translation>
    </message>
    <message>
        <source>&amp;QGIS</source>
        <translation>&amp;QGIS</translation>
    </message>
    <message>
        <source>&amp;QGIS, variable «{name}»</source>
        <translation>&amp;QGIS, Variable «{name}»</translation>
    </message>
    <message>
        <source>QGIS was not found on this computer. Install it from qgis.org.</source>
        <translation>QGIS wurde auf diesem Computer nicht gefunden. Installieren Sie es von qgis.org.</translation>
    </message>
    <message>
        <source>QGIS is for maps: this file is none.</source>
        <translation>QGIS ist für Karten: diese Datei ist keine.</translation>
    </message>
    <message>
        <source>Outline of the picture</source>
        <translation>Umriss des Bildes</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Koordinaten</translation>
    </message>
    <message>
        <source>This report is kept on this computer and sent nowhere. Passwords, tokens and signed links are left out; look through it all the same before you hand it on, for titles of jobs may be in the log.</source>
        <translation>Dieser Bericht bleibt auf diesem Computer und wird nirgendwohin gesendet. Passwörter, Token und signierte Links sind ausgelassen; sehen Sie ihn trotzdem durch, bevor Sie ihn weitergeben, denn im Protokoll können Titel von Jobs stehen.</translation>
    </message>
    <message>
        <source>The app did not end well last time</source>
        <translation>Die App ist letztes Mal nicht gut zu Ende gegangen</translation>
    </message>
    <message>
        <source>openEO Desktop did not end well last time ({what}). Your jobs and downloads are safe. A report is kept on this computer; nothing is sent.</source>
        <translation>openEO Desktop ist letztes Mal nicht gut zu Ende gegangen ({what}). Ihre Jobs und Downloads sind sicher. Ein Bericht bleibt auf diesem Computer; nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Nicht mehr zeigen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>set up this computer</source>
        <translation>diesen Computer einrichten</translation>
    </message>
    <message>
        <source>Looking for Python…</source>
        <translation>Python wird gesucht…</translation>
    </message>
    <message>
        <source>Choose a Python</source>
        <translation>Python wählen</translation>
    </message>
    <message>
        <source>&amp;Bring it up to date</source>
        <translation>Auf den neuen &amp;Stand bringen</translation>
    </message>
    <message>
        <source>&amp;Set it up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <source>Choose another &amp;Python…</source>
        <translation>Anderes &amp;Python wählen…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>Noch einmal &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Open www.python.org</source>
        <translation>www.python.org öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Cancel the set-up</source>
        <translation>Einrichten &amp;abbrechen</translation>
    </message>
    <message>
        <source>«This computer» was set up for another version of the app. It still works; to bring it up to date, about {download} are downloaded. Jobs that run on it are stopped then.</source>
        <translation>«Dieser Computer» wurde für eine andere Version der App eingerichtet. Er arbeitet weiter; um ihn auf den neuen Stand zu bringen, werden etwa {download} heruntergeladen. Jobs, die auf ihm laufen, werden dann angehalten.</translation>
    </message>
    <message>
        <source>«This computer» is set up once: about {download} are downloaded, and {disk} are used on the disk. That takes a minute or some, depending on your network.</source>
        <translation>«Dieser Computer» wird einmal eingerichtet: etwa {download} werden heruntergeladen und {disk} auf der Festplatte belegt. Das dauert eine Minute oder einige, je nach Ihrem Netz.</translation>
    </message>
    <message>
        <source>Python {version} is used: {path}</source>
        <translation>Python {version} wird benutzt: {path}</translation>
    </message>
    <message>
        <source>Making an environment…</source>
        <translation>Umgebung wird angelegt…</translation>
    </message>
    <message>
        <source>Starting it for a look…</source>
        <translation>Wird zur Probe gestartet…</translation>
    </message>
    <message>
        <source>Installing: {done} of {all} packages</source>
        <translation>Installieren: {done} von {all} Paketen</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {all} packages, {size}</source>
        <translation>{name} wird heruntergeladen: {done} von {all} Paketen, {size}</translation>
    </message>
    <message>
        <source>Looking for the packages…</source>
        <translation>Pakete werden gesucht…</translation>
    </message>
    <message>
        <source>&amp;Remove it…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Remove what «This computer» was set up with ({size})?</source>
        <translation>Entfernen, womit «Dieser Computer» eingerichtet wurde ({size})?</translation>
    </message>
    <message>
        <source>Its jobs and their results ({jobs}) can stay: they are there again when it is set up once more. Files that you have downloaded always stay.</source>
        <translation>Seine Jobs und ihre Ergebnisse ({jobs}) können bleiben: Sie sind wieder da, wenn er neu eingerichtet wird. Dateien, die Sie heruntergeladen haben, bleiben immer.</translation>
    </message>
    <message>
        <source>Remove, with its jobs</source>
        <translation>Mit den Jobs entfernen</translation>
    </message>
    <message>
        <source>Remove, keep the jobs</source>
        <translation>Entfernen, Jobs behalten</translation>
    </message>
    <message>
        <source>remove this computer</source>
        <translation>diesen Computer entfernen</translation>
    </message>
    <message>
        <source>All that it needs is part of this installation of the app.</source>
        <translation>Alles, was er braucht, gehört zu dieser Installation der App.</translation>
    </message>
    <message>
        <source>Set up with Python {version}: {size} on the disk.</source>
        <translation>Eingerichtet mit Python {version}: {size} auf der Festplatte.</translation>
    </message>
    <message>
        <source>Removes from this computer what openEO Desktop has kept: jobs, logs, settings, passwords and tokens. Jobs at your back-ends are not touched.</source>
        <translation>Entfernt von diesem Computer, was openEO Desktop aufbewahrt hat: Jobs, Protokolle, Einstellungen, Passwörter und Token. Jobs bei Ihren Back-Ends bleiben unberührt.</translation>
    </message>
    <message>
        <source>Remove &amp;all data…</source>
        <translation>&amp;Alle Daten entfernen…</translation>
    </message>
    <message>
        <source>Remove all data of openEO Desktop from this computer?</source>
        <translation>Alle Daten von openEO Desktop von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>Remove, with the downloads</source>
        <translation>Mit den Downloads entfernen</translation>
    </message>
    <message>
        <source>Remove and quit</source>
        <translation>Entfernen und beenden</translation>
    </message>
    <message>
        <source>Remove, keep the downloads</source>
        <translation>Entfernen, Downloads behalten</translation>
    </message>
    <message>
        <source>Jobs, logs, settings and previews: {size}</source>
        <translation>Jobs, Protokolle, Einstellungen und Vorschauen: {size}</translation>
    </message>
    <message>
        <source>«This computer» with its jobs: {size}</source>
        <translation>«Dieser Computer» mit seinen Jobs: {size}</translation>
    </message>
    <message>
        <source>Accounts with their passwords and tokens: {count}</source>
        <translation>Konten mit ihren Passwörtern und Token: {count}</translation>
    </message>
    <message>
        <source>The entry that starts the app with the computer</source>
        <translation>Der Eintrag, der die App mit dem Computer startet</translation>
    </message>
    <message>
        <source>Downloaded files, as you choose: {count} ({size})</source>
        <translation>Heruntergeladene Dateien, je nach Ihrer Wahl: {count} ({size})</translation>
    </message>
    <message>
        <source>This cannot be undone. The app quits; jobs that run on this computer are stopped.</source>
        <translation>Das lässt sich nicht rückgängig machen. Die App wird beendet; Jobs, die auf diesem Computer laufen, werden gestoppt.</translation>
    </message>
    <message>
        <source>What is new in {version}</source>
        <translation>Neu in {version}</translation>
    </message>
    <message>
        <source>The text comes from {host}.</source>
        <translation>Der Text stammt von {host}.</translation>
    </message>
    <message>
        <source>Nothing is said of it.</source>
        <translation>Es steht nichts dazu da.</translation>
    </message>
    <message>
        <source>openEO Desktop {version} is there. It can be downloaded from {host}.</source>
        <translation>openEO Desktop {version} ist da. Es kann von {host} heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Download page</source>
        <translation>Download-Seite</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>Download-Seite öffnen</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>&amp;Look for a newer version once a day</source>
        <translation>Einmal am Tag nach einer neueren &amp;Version sehen</translation>
    </message>
    <message>
        <source>Look &amp;now</source>
        <translation>Jetzt &amp;nachsehen</translation>
    </message>
    <message>
        <source>This copy of the app was not made by a release: it does not know where to look.</source>
        <translation>Diese Kopie der App stammt aus keiner Veröffentlichung: Sie weiß nicht, wo sie nachsehen soll.</translation>
    </message>
    <message>
        <source>It asks {host} which version is the newest, and tells nothing of you. The app never updates itself.</source>
        <translation>Sie fragt {host}, welche Version die neueste ist, und verrät nichts über Sie. Die App aktualisiert sich nie selbst.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Es wird nachgesehen …</translation>
    </message>
    <message>
        <source>{version} is the newest version.</source>
        <translation>{version} ist die neueste Version.</translation>
    </message>
    <message>
        <source>{version} is there.</source>
        <translation>{version} ist da.</translation>
    </message>
    <message>
        <source>«This computer» was set up for another version of the app. It still works.</source>
        <translation>«Dieser Computer» wurde für eine andere Version der App eingerichtet. Er arbeitet weiter.</translation>
    </message>
    <message>
        <source>Bring it up to date…</source>
        <translation>Auf den neuen Stand bringen…</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About openEO Desktop</source>
        <translation>Über openEO Desktop</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Runs openEO batch jobs on every back-end you have an account with: lists, starts, watches, downloads, also without a network. Free software under the Apache License 2.0, without any warranty.</source>
        <translation>Führt openEO-Batch-Jobs auf jedem Backend aus, bei dem Sie ein Konto haben: auflisten, starten, beobachten, herunterladen, auch ohne Netz. Freie Software unter der Apache-Lizenz 2.0, ohne jede Gewähr.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Icon of openEO Desktop</source>
        <translation>Symbol von openEO Desktop</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>Ordner &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>Versionen &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>&amp;Lizenzen …</translation>
    </message>
</context>
<context>
    <name>AccountDetailsDialog</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Asking the back-end who you are…</source>
        <translation>Das Backend wird gefragt, wer Sie sind…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Sign in to see your plan, budget and storage.</source>
        <translation>Melden Sie sich an, um Tarif, Budget und Speicherplatz zu sehen.</translation>
    </message>
    <message>
        <source>The back-end does not say who you are: {error}</source>
        <translation>Das Backend sagt nicht, wer Sie sind: {error}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Jobs listed</source>
        <translation>Jobs aufgelistet</translation>
    </message>
    <message>
        <source>Automatic downloads</source>
        <translation>Automatische Downloads</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>&amp;Einschalten</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>&amp;Ausschalten</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Neu versuchen</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>A&amp;nmelden…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Starting the back-end of this computer…</source>
        <translation>Das Backend dieses Computers startet…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird aufgebaut…</translation>
    </message>
    <message>
        <source>This code can no longer be used.</source>
        <translation>Dieser Code gilt nicht mehr.</translation>
    </message>
</context>
<context>
    <name>AccountDialogFace</name>
    <message>
        <source>Set up this computer first.</source>
        <translation>Richten Sie zuerst diesen Computer ein.</translation>
    </message>
    <message>
        <source>Give an address.</source>
        <translation>Geben Sie eine Adresse an.</translation>
    </message>
    <message>
        <source>&amp;Get a new code</source>
        <translation>Neuen &amp;Code holen</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>Wieder &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Neu versuchen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Open {host}</source>
        <translation>{host} &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Sign in with {provider}</source>
        <translation>Mit {provider} an&amp;melden</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Ask {title} again</source>
        <translation>{title} erneut fragen</translation>
    </message>
    <message>
        <source>Sign in to {title}</source>
        <translation>Bei {title} anmelden</translation>
    </message>
</context>
<context>
    <name>ActionNote</name>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
</context>
<context>
    <name>ActionNotices</name>
    <message>
        <source>«{title}» waits: {back_end} runs no more of your jobs at once.</source>
        <translation>«{title}» wartet: {back_end} führt nicht mehr Ihrer Jobs zugleich aus.</translation>
    </message>
    <message>
        <source>the back-end</source>
        <translation>das Backend</translation>
    </message>
    <message>
        <source>«{title}» has found a place and was started.</source>
        <translation>«{title}» hat einen Platz gefunden und wurde gestartet.</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add job by ID</source>
        <translation>Job mit ID hinzufügen</translation>
    </message>
    <message>
        <source>No account is signed in</source>
        <translation>Kein Konto ist angemeldet</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Was Sie geschrieben haben, bleibt hier.</translation>
    </message>
    <message>
        <source>For a job that the list of its back-end does not show. It is kept here and looked at again with every refresh.</source>
        <translation>Für einen Job, den die Liste seines Backends nicht zeigt. Er bleibt hier und wird bei jedem Aktualisieren wieder angesehen.</translation>
    </message>
    <message>
        <source>ID or address of the job</source>
        <translation>ID oder Adresse des Jobs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Job ID</source>
        <translation>&amp;Job-ID</translation>
    </message>
</context>
<context>
    <name>AddressPage</name>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>openeo.example.org</source>
        <translation>openeo.example.org</translation>
    </message>
    <message>
        <source>A small back-end that runs on this computer, with a sample collection to try things out. Nothing leaves your computer.</source>
        <translation>Ein kleines Backend, das auf diesem Computer läuft, mit einer Beispielkollektion zum Ausprobieren. Nichts verlässt Ihren Computer.</translation>
    </message>
    <message>
        <source>Choose a public back-end or type the address of yours; https:// may be left out.</source>
        <translation>Wählen Sie ein öffentliches Backend oder schreiben Sie die Adresse des Ihren; https:// darf fehlen.</translation>
    </message>
    <message>
        <source>&amp;Back-end</source>
        <translation>&amp;Backend</translation>
    </message>
    <message>
        <source>Which openEO back-end do you use?</source>
        <translation>Welches openEO-Backend benutzen Sie?</translation>
    </message>
</context>
<context>
    <name>AdvancedJobOptions</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>The budget has to be a number, 0 or more.</source>
        <translation>Das Budget muss eine Zahl sein, 0 oder mehr.</translation>
    </message>
    <message>
        <source>Back-end&apos;s default</source>
        <translation>Vorgabe des Backends</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Your default plan</source>
        <translation>Ihr üblicher Tarif</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>A job that reaches its budget may end with partial results, or none.</source>
        <translation>Ein Job, der sein Budget erreicht, kann mit Teilergebnissen oder ohne enden.</translation>
    </message>
    <message>
        <source>Log &amp;level</source>
        <translation>&amp;Protokollstufe</translation>
    </message>
    <message>
        <source>Billing &amp;plan</source>
        <translation>&amp;Tarif</translation>
    </message>
    <message>
        <source>&amp;Budget</source>
        <translation>B&amp;udget</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>AskedDownloads</name>
    <message>
        <source>Asking for the list of files…</source>
        <translation>Die Dateiliste wird angefragt…</translation>
    </message>
</context>
<context>
    <name>AssetPreview</name>
    <message>
        <source>Show previews</source>
        <translation>Vorschau zeigen</translation>
    </message>
    <message>
        <source>It is larger than {size}: download it to see it here.</source>
        <translation>Sie ist größer als {size}: Laden Sie sie herunter, um sie hier zu sehen.</translation>
    </message>
</context>
<context>
    <name>AutoDownloadDialog</name>
    <message>
        <source>Automatic downloads</source>
        <translation>Automatische Downloads</translation>
    </message>
    <message>
        <source>When a job of {account} finishes, download:</source>
        <translation>Wenn ein Job von {account} fertig ist, herunterladen:</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Nichts</translation>
    </message>
    <message>
        <source>&amp;All its files</source>
        <translation>&amp;Alle Dateien</translation>
    </message>
    <message>
        <source>&amp;Only these files:</source>
        <translation>Nur &amp;diese Dateien:</translation>
    </message>
    <message>
        <source>Other types</source>
        <translation>Andere Typen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>An empty line lets every file through. Jobs that have finished before are left alone; a single job can be chosen in its menu: «Download when finished».</source>
        <translation>Eine leere Zeile lässt jede Datei durch. Schon fertige Jobs bleiben unberührt; ein einzelner Job kann in seinem Menü gewählt werden: «Herunterladen, wenn fertig».</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>for example {text}</source>
        <translation>zum Beispiel {text}</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Typen</translation>
    </message>
</context>
<context>
    <name>BackEndCard</name>
    <message>
        <source>{address}  ·  openEO API {version}</source>
        <translation>{address}  ·  openEO-API {version}</translation>
    </message>
</context>
<context>
    <name>BandChannels</name>
    <message>
        <source>Band {number}</source>
        <translation>Band {number}</translation>
    </message>
</context>
<context>
    <name>BandSlider</name>
    <message>
        <source>Play (space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>Pause (space)</source>
        <translation>Anhalten (Leertaste)</translation>
    </message>
</context>
<context>
    <name>BreakingLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Warten auf Ihren Browser…</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>Sign in on the page of {host} that was opened, then come back here.</source>
        <translation>Melden Sie sich auf der geöffneten Seite von {host} an und kommen Sie dann hierher zurück.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the address and open it in a browser of this computer.</source>
        <translation>Der Browser konnte nicht geöffnet werden. Kopieren Sie die Adresse und öffnen Sie sie in einem Browser dieses Computers.</translation>
    </message>
    <message>
        <source>The provider names an address that is no safe web page; it is not opened.</source>
        <translation>Der Anbieter nennt eine Adresse, die keine sichere Webseite ist; sie wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>The sign-in in the browser has ended</source>
        <translation>Die Anmeldung im Browser ist beendet</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>P&amp;rovider</source>
        <translation>&amp;Anbieter</translation>
    </message>
    <message>
        <source>Client &amp;secret (if it has one)</source>
        <translation>Client-&amp;Geheimnis (falls vorhanden)</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Geheimnis</translation>
    </message>
    <message>
        <source>Give the client ID.</source>
        <translation>Geben Sie die Client-ID an.</translation>
    </message>
    <message>
        <source>Give the client secret.</source>
        <translation>Geben Sie das Client-Geheimnis an.</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>C&amp;lient-ID</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Further to the left (Alt+Up)</source>
        <translation>Weiter nach links (Alt+↑)</translation>
    </message>
    <message>
        <source>Further to the right (Alt+Down)</source>
        <translation>Weiter nach rechts (Alt+↓)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The title is always shown.</source>
        <translation>Der Titel ist immer zu sehen.</translation>
    </message>
    <message>
        <source>Where the table is too narrow, less important columns are hidden.</source>
        <translation>Wo die Tabelle zu schmal ist, werden weniger wichtige Spalten verborgen.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and jobs</source>
        <translation>Befehle und Jobs</translation>
    </message>
    <message>
        <source>Type a command, or the title or ID of a job</source>
        <translation>Schreiben Sie einen Befehl, oder Titel oder ID eines Jobs</translation>
    </message>
    <message>
        <source>Found commands and jobs</source>
        <translation>Gefundene Befehle und Jobs</translation>
    </message>
    <message>
        <source>No command and no job fits.</source>
        <translation>Kein Befehl und kein Job passt.</translation>
    </message>
    <message>
        <source>↑ ↓  choose     Enter  do it     Esc  close</source>
        <translation>↑ ↓  wählen     Enter  ausführen     Esc  schließen</translation>
    </message>
</context>
<context>
    <name>CompareTool</name>
    <message>
        <source>Picture of the second raster</source>
        <translation>Bild des zweiten Rasters</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Right: «{name}»</source>
        <translation>Rechts: «{name}»</translation>
    </message>
    <message>
        <source>Right: «{name}», warped to the coordinates of the left one</source>
        <translation>Rechts: «{name}», in die Koordinaten des linken umgerechnet</translation>
    </message>
    <message>
        <source>Right: «{name}», stretched: it lies on another grid</source>
        <translation>Rechts: «{name}», gestreckt: liegt auf einem anderen Gitter</translation>
    </message>
    <message>
        <source>Right: «{name}» lies elsewhere: there is no place that both show</source>
        <translation>Rechts: «{name}» liegt anderswo: kein Ort ist auf beiden zu sehen</translation>
    </message>
</context>
<context>
    <name>CopyableTextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CornerStack</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Waiting for you. The code is valid for {time} more</source>
        <translation>Warten auf Sie. Der Code gilt noch {time}</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>Opened processes</source>
        <translation>Geöffnete Prozesse</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
</context>
<context>
    <name>DetailsFoot</name>
    <message>
        <source>One of {count} selected jobs: the tool bar and the menu act on all of them.</source>
        <translation>Einer von {count} ausgewählten Jobs: Werkzeugleiste und Menü gelten für alle.</translation>
    </message>
</context>
<context>
    <name>DetailsMore</name>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>Statusverlauf</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Also told by the back-end</source>
        <translation>Weitere Angaben des Backends</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Copy the job ID</source>
        <translation>Job-ID kopieren</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Kein Job ausgewählt</translation>
    </message>
    <message>
        <source>Select a job in the table to see its details here.</source>
        <translation>Wählen Sie in der Tabelle einen Job, um seine Details hier zu sehen.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>This job is gone</source>
        <translation>Diesen Job gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was deleted, or its account was removed.</source>
        <translation>Er wurde gelöscht, oder sein Konto wurde entfernt.</translation>
    </message>
    <message>
        <source>{offline}. Shown as last seen.</source>
        <translation>{offline}. Zu sehen ist der letzte Stand.</translation>
    </message>
    <message>
        <source>Shown as last seen: {reason}</source>
        <translation>Zu sehen ist der letzte Stand: {reason}</translation>
    </message>
</context>
<context>
    <name>DeviceCodePage</name>
    <message>
        <source>&amp;Copy the code</source>
        <translation>Code &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>or scan it with your phone</source>
        <translation>oder scannen Sie sie mit dem Telefon</translation>
    </message>
    <message>
        <source>Sign in with {provider}</source>
        <translation>Mit {provider} anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code: {code}</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Kopiert</translation>
    </message>
    <message>
        <source>This code has expired. Get a new one to go on.</source>
        <translation>Dieser Code ist abgelaufen. Holen Sie einen neuen, um fortzufahren.</translation>
    </message>
    <message>
        <source>The provider names an address that is no safe web page, so it is not opened. Cancel, and tell the people who run the back-end.</source>
        <translation>Der Anbieter nennt eine Adresse, die keine sichere Webseite ist; sie wird nicht geöffnet. Brechen Sie ab und sagen Sie es den Betreibern des Backends.</translation>
    </message>
    <message>
        <source>Open this page and sign in there:</source>
        <translation>Öffnen Sie diese Seite und melden Sie sich dort an:</translation>
    </message>
    <message>
        <source>When it asks for a code, enter:</source>
        <translation>Wenn sie nach einem Code fragt, geben Sie ein:</translation>
    </message>
</context>
<context>
    <name>DownloadDialog</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>Folder names may hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Ordnernamen können {back_end}, {title}, {id} und {date} enthalten.</translation>
    </message>
    <message>
        <source>Download to folder</source>
        <translation>In Ordner herunterladen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>In a folder of its own, &amp;named:</source>
        <translation>In einen eigenen Ordner &amp;namens:</translation>
    </message>
    <message>
        <source>Name of the job&apos;s folder</source>
        <translation>Name des Job-Ordners</translation>
    </message>
    <message>
        <source>May hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Kann {back_end}, {title}, {id} und {date} enthalten.</translation>
    </message>
    <message>
        <source>Use this for &amp;every download from now on</source>
        <translation>Ab jetzt für &amp;jeden Download nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>DownloadsActions</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>Grund kopieren</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>Zum Job</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Neu prüfen</translation>
    </message>
    <message>
        <source>Delete file…</source>
        <translation>Datei löschen…</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Wählen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>Nothing chosen is finished.</source>
        <translation>Nichts Ausgewähltes ist fertig.</translation>
    </message>
    <message>
        <source>Nothing chosen is on its way.</source>
        <translation>Nichts Ausgewähltes ist unterwegs.</translation>
    </message>
    <message>
        <source>Nothing chosen is paused.</source>
        <translation>Nichts Ausgewähltes ist pausiert.</translation>
    </message>
    <message>
        <source>Nothing chosen has failed.</source>
        <translation>Nichts Ausgewähltes ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing chosen is still to come.</source>
        <translation>Nichts Ausgewähltes steht noch an.</translation>
    </message>
    <message>
        <source>Nothing chosen is held up.</source>
        <translation>Nichts Ausgewähltes ist aufgehalten.</translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Nach Zustand filtern</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Tempolimit</translation>
    </message>
    <message>
        <source>Speed limit: {limit}</source>
        <translation>Tempolimit: {limit}</translation>
    </message>
</context>
<context>
    <name>DownloadsPane</name>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>No file is in this state</source>
        <translation>Keine Datei ist in diesem Zustand</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No downloads</source>
        <translation>Keine Downloads</translation>
    </message>
    <message>
        <source>Result files that you download appear here, with their progress.</source>
        <translation>Ergebnisdateien, die Sie herunterladen, erscheinen hier mit ihrem Fortschritt.</translation>
    </message>
</context>
<context>
    <name>DragHint</name>
    <message>
        <source>«{name}» is being fetched. Drag it again when it is ready.</source>
        <translation>«{name}» wird geholt. Ziehen Sie sie noch einmal, wenn sie da ist.</translation>
    </message>
    <message>
        <source>{count} files are being fetched. Drag them again when they are ready.</source>
        <translation>{count} Dateien werden geholt. Ziehen Sie sie noch einmal, wenn sie da sind.</translation>
    </message>
    <message>
        <source>{count} files are here now: drag them.</source>
        <translation>{count} Dateien sind nun hier: Ziehen Sie sie.</translation>
    </message>
    <message>
        <source>«{name}» is here now: drag it.</source>
        <translation>«{name}» ist nun hier: Ziehen Sie sie.</translation>
    </message>
</context>
<context>
    <name>DraggedAssets</name>
    <message>
        <source>{count} of these files are not on this computer yet.</source>
        <translation>{count} dieser Dateien sind noch nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>«{name}» is not on this computer yet.</source>
        <translation>«{name}» ist noch nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>EditJobDialog</name>
    <message>
        <source>Edit job</source>
        <translation>Job bearbeiten</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Was Sie geschrieben haben, bleibt hier.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>B&amp;eschreibung</translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Show full log</source>
        <translation>Ganzes Protokoll zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the errors</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Der Job ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reading its errors…</source>
        <translation>Fehler werden gelesen…</translation>
    </message>
    <message>
        <source>The job failed; its log cannot be read now</source>
        <translation>Der Job ist fehlgeschlagen; sein Protokoll kann jetzt nicht gelesen werden</translation>
    </message>
    <message>
        <source>The back-end has logged no error. The full log may tell more.</source>
        <translation>Das Backend hat keinen Fehler protokolliert. Das ganze Protokoll sagt vielleicht mehr.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… und {count} weitere</translation>
    </message>
</context>
<context>
    <name>ErrorNotice</name>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count} Mal)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Nothing has gone wrong since the start.</source>
        <translation>Seit dem Start ist nichts schiefgegangen.</translation>
    </message>
    <message>
        <source>Recent messages</source>
        <translation>Letzte Meldungen</translation>
    </message>
</context>
<context>
    <name>EstimateDialog</name>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Asking the back-end…</source>
        <translation>Das Backend wird gefragt…</translation>
    </message>
    <message>
        <source>This can take a minute.</source>
        <translation>Das kann eine Minute dauern.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>An estimate is no promise: the job may cost more or less in the end.</source>
        <translation>Eine Schätzung ist kein Versprechen: Am Ende kann der Job mehr oder weniger kosten.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ExamplesMenu</name>
    <message>
        <source>There are no examples</source>
        <translation>Es gibt keine Beispiele</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>The error</source>
        <translation>Der Fehler</translation>
    </message>
    <message>
        <source>Show the node</source>
        <translation>Knoten zeigen</translation>
    </message>
    <message>
        <source>Show node {name}</source>
        <translation>Knoten {name} zeigen</translation>
    </message>
    <message>
        <source>Show this node in the process</source>
        <translation>Diesen Knoten im Prozess zeigen</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Eintrag zeigen</translation>
    </message>
    <message>
        <source>Copy the error and the advice</source>
        <translation>Fehler und Rat kopieren</translation>
    </message>
    <message>
        <source>Close the summary</source>
        <translation>Zusammenfassung schließen</translation>
    </message>
</context>
<context>
    <name>FeatureMap</name>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Map, {number} of {count}: {name}</source>
        <translation>Karte, {number} von {count}: {name}</translation>
    </message>
    <message>
        <source>Previous feature</source>
        <translation>Voriges Objekt</translation>
    </message>
    <message>
        <source>Previous feature (Page Up)</source>
        <translation>Voriges Objekt (Bild auf)</translation>
    </message>
    <message>
        <source>Next feature</source>
        <translation>Nächstes Objekt</translation>
    </message>
    <message>
        <source>Next feature (Page Down)</source>
        <translation>Nächstes Objekt (Bild ab)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Copy the properties</source>
        <translation>Die Eigenschaften kopieren</translation>
    </message>
</context>
<context>
    <name>FeaturePanel</name>
    <message>
        <source>Copy the properties</source>
        <translation>Die Eigenschaften kopieren</translation>
    </message>
    <message>
        <source>Choose no feature</source>
        <translation>Kein Objekt wählen</translation>
    </message>
    <message>
        <source>Properties of the chosen feature</source>
        <translation>Eigenschaften des gewählten Objekts</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>{count} more, which «Copy» has, too</source>
        <translation>{count} weitere, die auch «Kopieren» mitnimmt</translation>
    </message>
</context>
<context>
    <name>FileHandling</name>
    <message>
        <source>No file manager was found</source>
        <translation>Kein Dateimanager gefunden</translation>
    </message>
    <message>
        <source>The file is here:</source>
        <translation>Die Datei ist hier:</translation>
    </message>
    <message>
        <source>The folder is:</source>
        <translation>Der Ordner ist:</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Take the filter away: {filter}</source>
        <translation>Den Filter wegnehmen: {filter}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>This computer is ready</source>
        <translation>Dieser Computer ist bereit</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Moment.</translation>
    </message>
    <message>
        <source>&amp;Try it on this computer</source>
        <translation>&amp;Auf diesem Computer ausprobieren</translation>
    </message>
</context>
<context>
    <name>GraphBar</name>
    <message>
        <source>Find in process</source>
        <translation>Im Prozess suchen</translation>
    </message>
    <message>
        <source>Nodes found</source>
        <translation>Gefundene Knoten</translation>
    </message>
    <message>
        <source>Next found node</source>
        <translation>Nächster gefundener Knoten</translation>
    </message>
    <message>
        <source>Previous found node</source>
        <translation>Voriger gefundener Knoten</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Ganzen Graphen zeigen</translation>
    </message>
    <message>
        <source>Copy the node as JSON</source>
        <translation>Knoten als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the whole process as JSON</source>
        <translation>Ganzen Prozess als JSON kopieren</translation>
    </message>
    <message>
        <source>Save as SVG picture…</source>
        <translation>Als SVG-Bild speichern…</translation>
    </message>
    <message>
        <source>Save as PNG picture…</source>
        <translation>Als PNG-Bild speichern…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>GraphPane</name>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>This process has no such node.</source>
        <translation>Dieser Prozess hat keinen solchen Knoten.</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} gefunden</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Process graph with 1 node</source>
        <translation>Prozessgraph mit 1 Knoten</translation>
    </message>
    <message>
        <source>Process graph with {n} nodes</source>
        <translation>Prozessgraph mit {n} Knoten</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}. Up and down choose a handle, left and right move it.</source>
        <translation>Farben von {low} bis {high}. Auf und ab wählen einen Griff, links und rechts verschieben ihn.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>Results described</source>
        <translation>Beschriebene Ergebnisse</translation>
    </message>
    <message>
        <source>Size on the disk</source>
        <translation>Größe auf der Platte</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Tidy now…</source>
        <translation>Jetzt &amp;aufräumen…</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 Jahr</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
    <message>
        <source>as large as it gets</source>
        <translation>so groß wie es wird</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>Everything is kept for ever.</source>
        <translation>Alles wird für immer aufbewahrt.</translation>
    </message>
    <message>
        <source>Logs and descriptions of results that are older, or more, than you want to keep are removed from this computer. What a back-end no longer has is lost for good. Jobs stay.</source>
        <translation>Protokolle und Beschreibungen von Ergebnissen, die älter oder mehr sind, als Sie behalten wollen, werden von diesem Computer entfernt. Was ein Backend nicht mehr hat, ist endgültig verloren. Jobs bleiben.</translation>
    </message>
    <message>
        <source>Remove what you do not want to keep now?</source>
        <translation>Jetzt entfernen, was Sie nicht behalten wollen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Nothing is older or more than you want to keep.</source>
        <translation>Nichts ist älter oder mehr, als Sie behalten wollen.</translation>
    </message>
    <message>
        <source>Removed: {0} log entries, {1} descriptions of results.</source>
        <translation>Entfernt: {0} Protokolleinträge, {1} Beschreibungen von Ergebnissen.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Protokolle</translation>
    </message>
    <message>
        <source>&amp;Descriptions of results</source>
        <translation>&amp;Beschreibungen von Ergebnissen</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Jobs themselves are never removed by this. Days count from the last change of a job.</source>
        <translation>Jobs selbst werden dabei nie entfernt. Die Tage zählen ab der letzten Änderung eines Jobs.</translation>
    </message>
</context>
<context>
    <name>HistoryTransfer</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>1 job exported to {1}.</source>
        <translation>1 Job nach {1} exportiert.</translation>
    </message>
    <message>
        <source>{0} jobs exported to {1}.</source>
        <translation>{0} Jobs nach {1} exportiert.</translation>
    </message>
    <message>
        <source>Jobs: {0} added, {1} completed, {2} known already.</source>
        <translation>Jobs: {0} hinzugefügt, {1} ergänzt, {2} schon bekannt.</translation>
    </message>
    <message>
        <source>What could not be read of the file: {0} jobs.</source>
        <translation>Was von der Datei nicht gelesen werden konnte: {0} Jobs.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Verlauf exportieren</translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation>Verlauf importieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Into a file and back</source>
        <translation>In eine Datei und zurück</translation>
    </message>
    <message>
        <source>Which jobs are exported</source>
        <translation>Welche Jobs exportiert werden</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>The jobs in the table ({0})</source>
        <translation>Die Jobs in der Tabelle ({0})</translation>
    </message>
    <message>
        <source>The selected jobs ({0})</source>
        <translation>Die ausgewählten Jobs ({0})</translation>
    </message>
    <message>
        <source>with lo&amp;gs</source>
        <translation>mit &amp;Protokollen</translation>
    </message>
    <message>
        <source>with result &amp;metadata</source>
        <translation>mit Ergebnis-&amp;Metadaten</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>For safe-keeping, for another computer, or for a program of your own: plain JSON, without passwords. Importing adds what is missing and overwrites nothing newer.</source>
        <translation>Zum Sichern, für einen anderen Computer oder für ein eigenes Programm: einfaches JSON, ohne Passwörter. Importieren ergänzt, was fehlt, und überschreibt nichts Neueres.</translation>
    </message>
    <message>
        <source>Select jobs in the table first.</source>
        <translation>Wählen Sie zuerst Jobs in der Tabelle aus.</translation>
    </message>
</context>
<context>
    <name>JobCopies</name>
    <message>
        <source>A copy of «{title}» was created and started.</source>
        <translation>Eine Kopie von «{title}» wurde erstellt und gestartet.</translation>
    </message>
</context>
<context>
    <name>JobExports</name>
    <message>
        <source>The job ID was copied.</source>
        <translation>Die Job-ID wurde kopiert.</translation>
    </message>
    <message>
        <source>{count} job IDs were copied.</source>
        <translation>{count} Job-IDs wurden kopiert.</translation>
    </message>
    <message>
        <source>The link was copied. It selects the job in openEO Desktop.</source>
        <translation>Der Link wurde kopiert. Er wählt den Job in openEO Desktop aus.</translation>
    </message>
    <message>
        <source>{count} links were copied.</source>
        <translation>{count} Links wurden kopiert.</translation>
    </message>
    <message>
        <source>The {language} code was copied. It needs «{install}».</source>
        <translation>Der {language}-Code wurde kopiert. Er braucht «{install}».</translation>
    </message>
    <message>
        <source>Export the process graph</source>
        <translation>Prozessgraph exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export process graphs into a folder</source>
        <translation>Prozessgraphen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Export process graphs</source>
        <translation>Prozessgraphen exportieren</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was saved.</source>
        <translation>Der Export wurde abgebrochen. Es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>Reading the processes: {done} of {total} jobs</source>
        <translation>Prozesse werden gelesen: {done} von {total} Jobs</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Als {name} gespeichert.</translation>
    </message>
    <message>
        <source>{count} of {all} process graphs were saved in {folder}.</source>
        <translation>{count} von {all} Prozessgraphen wurden in {folder} gespeichert.</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Der Link wurde kopiert.</translation>
    </message>
    <message>
        <source>The link was copied. It is good until {time}.</source>
        <translation>Der Link wurde kopiert. Er gilt bis {time}.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Es konnte kein Browser geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>JobFilterBar</name>
    <message>
        <source>Filters that are on</source>
        <translation>Eingeschaltete Filter</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
</context>
<context>
    <name>JobFilterPanel</name>
    <message>
        <source>Filter the jobs</source>
        <translation>Jobs filtern</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Alle Konten</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Any process</source>
        <translation>Jeder Prozess</translation>
    </message>
    <message>
        <source>Any collection</source>
        <translation>Jede Kollektion</translation>
    </message>
    <message>
        <source>Least costs</source>
        <translation>Mindestkosten</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Most costs</source>
        <translation>Höchstkosten</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Time of</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Process</source>
        <translation>&amp;Prozess</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>K&amp;ollektion</translation>
    </message>
    <message>
        <source>&amp;Costs</source>
        <translation>Ko&amp;sten</translation>
    </message>
    <message>
        <source>Process and collection know only jobs whose details were read.</source>
        <translation>Prozess und Kollektion kennen nur Jobs, deren Details gelesen wurden.</translation>
    </message>
</context>
<context>
    <name>JobParameterFields</name>
    <message>
        <source>Options of this back-end</source>
        <translation>Optionen dieses Backends</translation>
    </message>
    <message>
        <source>The option «{name}» does not take this value. It takes: {types}.</source>
        <translation>Die Option «{name}» nimmt diesen Wert nicht. Sie nimmt: {types}.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number, with a point</source>
        <translation>eine Zahl, mit Punkt</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a list in JSON</source>
        <translation>eine Liste in JSON</translation>
    </message>
    <message>
        <source>an object in JSON</source>
        <translation>ein Objekt in JSON</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Nötig</translation>
    </message>
    <message>
        <source>Back-end&apos;s default</source>
        <translation>Vorgabe des Backends</translation>
    </message>
    <message>
        <source>Back-end&apos;s default: {value}</source>
        <translation>Vorgabe des Backends: {value}</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Last known: queued</source>
        <translation>Zuletzt bekannt: in der Warteschlange</translation>
    </message>
    <message>
        <source>Last known: running</source>
        <translation>Zuletzt bekannt: läuft</translation>
    </message>
    <message>
        <source>Last known: {status}</source>
        <translation>Zuletzt bekannt: {status}</translation>
    </message>
    <message>
        <source>The back-end is asked for the process of the job…</source>
        <translation>Das Backend wird nach dem Prozess des Jobs gefragt …</translation>
    </message>
</context>
<context>
    <name>JobsDelegate</name>
    <message>
        <source>Title of the job</source>
        <translation>Titel des Jobs</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>JobsHead</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Filter ({number})</source>
        <translation>Filter ({number})</translation>
    </message>
</context>
<context>
    <name>JobsOptions</name>
    <message>
        <source>Fi&amp;lter the jobs…</source>
        <translation>Jobs &amp;filtern…</translation>
    </message>
    <message>
        <source>&amp;Group by day</source>
        <translation>Nach Tag &amp;gruppieren</translation>
    </message>
    <message>
        <source>Headings between the days, in an order by a time</source>
        <translation>Überschriften zwischen den Tagen, bei Sortierung nach einer Zeit</translation>
    </message>
    <message>
        <source>&amp;Exact times</source>
        <translation>Ge&amp;naue Zeiten</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>Spal&amp;ten…</translation>
    </message>
    <message>
        <source>&amp;Save as a view…</source>
        <translation>Als Ansicht speiche&amp;rn…</translation>
    </message>
    <message>
        <source>Save t&amp;he changes of the view</source>
        <translation>Än&amp;derungen der Ansicht speichern</translation>
    </message>
    <message>
        <source>Show the view as it was sa&amp;ved</source>
        <translation>Ansicht &amp;wie gespeichert zeigen</translation>
    </message>
</context>
<context>
    <name>JobsPane</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
</context>
<context>
    <name>JobsStack</name>
    <message>
        <source>The filters above let nothing through.</source>
        <translation>Die Filter oben lassen nichts durch.</translation>
    </message>
    <message>
        <source>Nothing that fits «{text}» passes the filters above.</source>
        <translation>Nichts, was zu «{text}» passt, kommt durch die Filter oben.</translation>
    </message>
    <message>
        <source>No job fits</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter löschen</translation>
    </message>
    <message>
        <source>Nothing fits «{text}» here. If it is the ID of a job that the list of its back-end does not show, it can be added.</source>
        <translation>Nichts passt hier zu «{text}». Ist es die ID eines Jobs, den die Liste seines Backends nicht zeigt, kann er hinzugefügt werden.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Kein Job passt</translation>
    </message>
    <message>
        <source>Add this job…</source>
        <translation>Diesen Job hinzufügen…</translation>
    </message>
    <message>
        <source>Nothing fits «{text}» here.</source>
        <translation>Nichts passt hier zu «{text}».</translation>
    </message>
    <message>
        <source>No job is in this state.</source>
        <translation>Kein Job ist in diesem Zustand.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
    <message>
        <source>No job is running or queued</source>
        <translation>Kein Job läuft oder wartet</translation>
    </message>
    <message>
        <source>No job waits to be started</source>
        <translation>Kein Job wartet auf seinen Start</translation>
    </message>
    <message>
        <source>No job failed this week</source>
        <translation>Diese Woche ist kein Job fehlgeschlagen</translation>
    </message>
    <message>
        <source>No job finished this week</source>
        <translation>Diese Woche wurde kein Job fertig</translation>
    </message>
    <message>
        <source>These jobs are no longer here</source>
        <translation>Diese Jobs sind nicht mehr hier</translation>
    </message>
    <message>
        <source>Listing your jobs…</source>
        <translation>Ihre Jobs werden aufgelistet…</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Noch kein Job</translation>
    </message>
    <message>
        <source>Create one from a process graph, or drop a JSON file onto this window.</source>
        <translation>Erstellen Sie einen aus einem Prozessgraphen, oder ziehen Sie eine JSON-Datei auf dieses Fenster.</translation>
    </message>
    <message>
        <source>New job…</source>
        <translation>Neuer Job…</translation>
    </message>
    <message>
        <source>The jobs cannot be shown</source>
        <translation>Die Jobs können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Reading the jobs…</source>
        <translation>Jobs werden gelesen…</translation>
    </message>
</context>
<context>
    <name>JobsStates</name>
    <message>
        <source>There are no jobs yet. Add an account first.</source>
        <translation>Noch gibt es keine Jobs. Fügen Sie zuerst ein Konto hinzu.</translation>
    </message>
</context>
<context>
    <name>JobsViewing</name>
    <message>
        <source>Save the &amp;changes of «{name}»</source>
        <translation>Än&amp;derungen von «{name}» speichern</translation>
    </message>
    <message>
        <source>Show «{name}» as it was sa&amp;ved</source>
        <translation>«{name}» &amp;wie gespeichert zeigen</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Process graph as JSON</source>
        <translation>Prozessgraph als JSON</translation>
    </message>
    <message>
        <source>Tab indents; Ctrl+Tab leaves the editor.</source>
        <translation>Tab rückt ein; Strg+Tab verlässt den Editor.</translation>
    </message>
</context>
<context>
    <name>LateProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Filter by name or licence</source>
        <translation>Nach Name oder Lizenz filtern</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>Bestandteile der App</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing has this name or licence.</source>
        <translation>Nichts hat diesen Namen oder diese Lizenz.</translation>
    </message>
    <message>
        <source>Its makers keep the text at the address above.</source>
        <translation>Den Text gibt es bei der Adresse oben.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What openEO Desktop is made of, and under which licences. Qt is used under the LGPL: its libraries are files of their own and can be replaced.</source>
        <translation>Woraus openEO Desktop besteht, und unter welchen Lizenzen. Qt wird unter der LGPL benutzt: Seine Bibliotheken sind eigene Dateien und können ersetzt werden.</translation>
    </message>
</context>
<context>
    <name>LineChooser</name>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>Linien filtern</translation>
    </message>
    <message>
        <source>Lines of the plot</source>
        <translation>Linien des Diagramms</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Keine</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>Alle Bänder</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Alle Gebiete</translation>
    </message>
</context>
<context>
    <name>LogCommands</name>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy lines as JSON</source>
        <translation>Zeilen als JSON kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Follow new entries</source>
        <translation>Neuen Einträgen folgen</translation>
    </message>
    <message>
        <source>Save the log as…</source>
        <translation>Protokoll speichern unter…</translation>
    </message>
    <message>
        <source>Save the shown entries as…</source>
        <translation>Gezeigte Einträge speichern unter…</translation>
    </message>
    <message>
        <source>Only the first {count} lines were copied. To have all, save the log.</source>
        <translation>Nur die ersten {count} Zeilen wurden kopiert. Um alle zu haben, speichern Sie das Protokoll.</translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Log entry</source>
        <translation>Protokolleintrag</translation>
    </message>
    <message>
        <source>Copy this entry</source>
        <translation>Diesen Eintrag kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Eintrag schließen</translation>
    </message>
</context>
<context>
    <name>LogExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel saving the log</source>
        <translation>Speichern des Protokolls abbrechen</translation>
    </message>
    <message>
        <source>Saving the log…</source>
        <translation>Protokoll wird gespeichert…</translation>
    </message>
    <message>
        <source>Saving the log: {done} of {total} entries</source>
        <translation>Protokoll wird gespeichert: {done} von {total} Einträgen</translation>
    </message>
</context>
<context>
    <name>LogFindBar</name>
    <message>
        <source>Find in log</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Show matching lines only</source>
        <translation>Nur passende Zeilen zeigen</translation>
    </message>
</context>
<context>
    <name>LogHeader</name>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>First error</source>
        <translation>Erster Fehler</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>LogLinks</name>
    <message>
        <source>Show node {name}</source>
        <translation>Knoten {name} zeigen</translation>
    </message>
    <message>
        <source>Show this node in the process</source>
        <translation>Diesen Knoten im Prozess zeigen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
</context>
<context>
    <name>LogOptions</name>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Show dates</source>
        <translation>Datum zeigen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
</context>
<context>
    <name>LogSaving</name>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Tabelle, CSV (*.csv)</translation>
    </message>
    <message>
        <source>{count} entries were saved as {path}.</source>
        <translation>{count} Einträge wurden als {path} gespeichert.</translation>
    </message>
    <message>
        <source>The log was not saved.</source>
        <translation>Das Protokoll wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>openEO Desktop</source>
        <translation>openEO Desktop</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Nothing to put on a map</source>
        <translation>Nichts für eine Karte</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Diese Datei sagt nicht, wo auf der Erde sie liegt.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen…</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>{title} – map</source>
        <translation>{title} – Karte</translation>
    </message>
    <message>
        <source>The whole result</source>
        <translation>Das ganze Ergebnis</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy the message</source>
        <translation>Meldung kopieren</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Running and queued</source>
        <translation>Laufend und wartend</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>Failed this week</source>
        <translation>Woche: fehlgeschlagen</translation>
    </message>
    <message>
        <source>Finished this week</source>
        <translation>Woche: fertig</translation>
    </message>
</context>
<context>
    <name>NavigationViews</name>
    <message>
        <source>Changed, not saved</source>
        <translation>Geändert, nicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach u&amp;nten</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Delete the view «{name}»?</source>
        <translation>Die Ansicht «{name}» löschen?</translation>
    </message>
    <message>
        <source>Its filters, columns and order are forgotten. The jobs stay.</source>
        <translation>Ihre Filter, Spalten und Sortierung werden vergessen. Die Jobs bleiben.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>Your draft is kept.</source>
        <translation>Ihr Entwurf wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Your last draft is back.</source>
        <translation>Ihr letzter Entwurf ist wieder da.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Der Entwurf wurde verworfen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Sign in to an account first.</source>
        <translation>Melden Sie sich zuerst bei einem Konto an.</translation>
    </message>
    <message>
        <source>Give a process graph first.</source>
        <translation>Geben Sie zuerst einen Prozessgraphen an.</translation>
    </message>
    <message>
        <source>No account is signed in. Your draft is kept while you sign in.</source>
        <translation>Kein Konto ist angemeldet. Ihr Entwurf bleibt, während Sie sich anmelden.</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
</context>
<context>
    <name>NewJobForm</name>
    <message>
        <source>Type, paste or drop a process graph here, open a file, or choose an example.</source>
        <translation>Schreiben, einfügen oder ziehen Sie einen Prozessgraphen hierher, öffnen Sie eine Datei, oder wählen Sie ein Beispiel.</translation>
    </message>
    <message>
        <source>No account is signed in</source>
        <translation>Kein Konto ist angemeldet</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden stoppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Optional: what you will look for in the list</source>
        <translation>Optional: wonach Sie in der Liste suchen werden</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Öff&amp;nen…</translation>
    </message>
    <message>
        <source>Open a JSON file (Ctrl+O)</source>
        <translation>Eine JSON-Datei öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formatieren</translation>
    </message>
    <message>
        <source>Indent the JSON anew (Ctrl+Shift+L)</source>
        <translation>JSON neu einrücken (Strg+Umschalt+L)</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>Entwurf &amp;verwerfen</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>E&amp;rstellen</translation>
    </message>
    <message>
        <source>Create and &amp;start</source>
        <translation>Erstellen und &amp;starten</translation>
    </message>
    <message>
        <source>Let the back-end check the process graph</source>
        <translation>Den Prozessgraphen vom Backend prüfen lassen</translation>
    </message>
    <message>
        <source>Create the job without starting it</source>
        <translation>Den Job erstellen, ohne ihn zu starten</translation>
    </message>
    <message>
        <source>Create the job and start it (Ctrl+Return)</source>
        <translation>Den Job erstellen und starten (Strg+Return)</translation>
    </message>
    <message>
        <source>Process graph</source>
        <translation>Prozessgraph</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Konto</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Descr&amp;iption</source>
        <translation>Beschreib&amp;ung</translation>
    </message>
</context>
<context>
    <name>NewJobSending</name>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Checking with {back_end}…</source>
        <translation>{back_end} prüft…</translation>
    </message>
    <message>
        <source>Creating the job on {back_end}…</source>
        <translation>Der Job wird auf {back_end} erstellt…</translation>
    </message>
</context>
<context>
    <name>NewJobTexts</name>
    <message>
        <source>The text was replaced.</source>
        <translation>Der Text wurde ersetzt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The draft was replaced.</source>
        <translation>Der Entwurf wurde ersetzt.</translation>
    </message>
    <message>
        <source>Open a process graph</source>
        <translation>Prozessgraph öffnen</translation>
    </message>
    <message>
        <source>JSON files (*.json *.geojson);;All files (*)</source>
        <translation>JSON-Dateien (*.json *.geojson);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Only valid JSON can be formatted: mend it first.</source>
        <translation>Nur gültiges JSON kann formatiert werden: Korrigieren Sie es zuerst.</translation>
    </message>
    <message>
        <source>Sending was stopped. The back-end may have created the job all the same; its list is read now to find out. Look into it before you send the job again.</source>
        <translation>Das Senden wurde gestoppt. Das Backend kann den Job trotzdem erstellt haben; seine Liste wird nun gelesen, um es herauszufinden. Sehen Sie nach, bevor Sie den Job noch einmal senden.</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>The node as JSON</source>
        <translation>Der Knoten als JSON</translation>
    </message>
    <message>
        <source>Show the node as JSON</source>
        <translation>Knoten als JSON zeigen</translation>
    </message>
    <message>
        <source>Copy the node as JSON</source>
        <translation>Knoten als JSON kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Open {name}: {process}</source>
        <translation>{name} öffnen: {process}</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>The notices cannot be shown</source>
        <translation>Die Meldungen können nicht gezeigt werden</translation>
    </message>
    <message>
        <source>No notice yet</source>
        <translation>Noch keine Meldung</translation>
    </message>
    <message>
        <source>When one of your jobs finishes or fails, it is told and listed here.</source>
        <translation>Wenn einer Ihrer Jobs fertig wird oder fehlschlägt, wird es gemeldet und hier aufgelistet.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Back-end</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>&amp;Show job</source>
        <translation>&amp;Job zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OpenWithMenu</name>
    <message>
        <source>Download it first.</source>
        <translation>Laden Sie sie zuerst herunter.</translation>
    </message>
</context>
<context>
    <name>OpenWithTools</name>
    <message>
        <source>Show on the world map</source>
        <translation>Auf der Weltkarte zeigen</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Diese Datei sagt nicht, wo auf der Erde sie liegt.</translation>
    </message>
</context>
<context>
    <name>PaintedFile</name>
    <message>
        <source>Painting the process graph…</source>
        <translation>Der Prozessgraph wird gezeichnet …</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Hide the {what}</source>
        <translation>Verbergen: {what}</translation>
    </message>
    <message>
        <source>Show the {what}</source>
        <translation>Zeigen: {what}</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>&amp;User name</source>
        <translation>&amp;Benutzername</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Give your user name.</source>
        <translation>Geben Sie Ihren Benutzernamen an.</translation>
    </message>
    <message>
        <source>Give your password.</source>
        <translation>Geben Sie Ihr Passwort an.</translation>
    </message>
</context>
<context>
    <name>PreviewArea</name>
    <message>
        <source>Preview of the chosen file</source>
        <translation>Vorschau der gewählten Datei</translation>
    </message>
    <message>
        <source>Preview as JSON</source>
        <translation>Vorschau als JSON</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Datei wird gelesen…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Noch nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Fetch and show</source>
        <translation>Holen und zeigen</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Keine Vorschau</translation>
    </message>
    <message>
        <source>Preview as text</source>
        <translation>Vorschau als Text</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>In einem eigenen Fenster öffnen</translation>
    </message>
    <message>
        <source>Hide previews</source>
        <translation>Vorschau verbergen</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Rasters (*.tif *.tiff *.nc *.png *.jp2 *.jpg)</source>
        <translation>Raster (*.tif *.tiff *.nc *.png *.jp2 *.jpg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of the process graph</source>
        <translation>Probleme des Prozessgraphen</translation>
    </message>
    <message>
        <source>Line {line}:  {message}</source>
        <translation>Zeile {line}:  {message}</translation>
    </message>
</context>
<context>
    <name>ProcessEdit</name>
    <message>
        <source>A job needs a process: undo what you took away, or cancel.</source>
        <translation>Ein Job braucht einen Prozess: Machen Sie rückgängig, was Sie weggenommen haben, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>The process has a problem; it is marked below.</source>
        <translation>Der Prozess hat ein Problem; es ist unten markiert.</translation>
    </message>
    <message>
        <source>Valid so far. The back-end checks it when it is saved.</source>
        <translation>Bisher gültig. Das Backend prüft ihn beim Speichern.</translation>
    </message>
    <message>
        <source>Change the pro&amp;cess…</source>
        <translation>Pro&amp;zess ändern…</translation>
    </message>
    <message>
        <source>Process of the job, JSON</source>
        <translation>Prozess des Jobs, JSON</translation>
    </message>
    <message>
        <source>Pro&amp;cess</source>
        <translation>&amp;Prozess</translation>
    </message>
</context>
<context>
    <name>ProcessFiles</name>
    <message>
        <source>Save the process</source>
        <translation>Prozess speichern</translation>
    </message>
    <message>
        <source>{kind} files ({pattern})</source>
        <translation>{kind}-Dateien ({pattern})</translation>
    </message>
</context>
<context>
    <name>ProcessPane</name>
    <message>
        <source>The process as JSON</source>
        <translation>Der Prozess als JSON</translation>
    </message>
    <message>
        <source>How the process is shown</source>
        <translation>Wie der Prozess gezeigt wird</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graph</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>New job from this…</source>
        <translation>Neuer Job daraus…</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Save the JSON as a file…</source>
        <translation>JSON als Datei speichern…</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Kein Job ausgewählt</translation>
    </message>
    <message>
        <source>Select a job in the table to see its process here.</source>
        <translation>Wählen Sie in der Tabelle einen Job, um seinen Prozess hier zu sehen.</translation>
    </message>
    <message>
        <source>No process</source>
        <translation>Kein Prozess</translation>
    </message>
    <message>
        <source>The back-end does not give the process of this job.</source>
        <translation>Das Backend gibt den Prozess dieses Jobs nicht her.</translation>
    </message>
    <message>
        <source>Fetching the process…</source>
        <translation>Prozess wird geholt…</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Noch nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>It is no longer on the back-end.</source>
        <translation>Er ist nicht mehr auf dem Backend.</translation>
    </message>
    <message>
        <source>The process is not known here</source>
        <translation>Der Prozess ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Als {name} gespeichert</translation>
    </message>
</context>
<context>
    <name>ProfileCard</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Payment and plans ({host})</source>
        <translation>Zahlung und Tarife ({host})</translation>
    </message>
</context>
<context>
    <name>ProfilePlot</name>
    <message>
        <source>Plot of values</source>
        <translation>Diagramm der Werte</translation>
    </message>
    <message>
        <source>Distance in {unit}</source>
        <translation>Entfernung in {unit}</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
</context>
<context>
    <name>ProfileTool</name>
    <message>
        <source>Close the plot</source>
        <translation>Diagramm schließen</translation>
    </message>
    <message>
        <source>Values along the line</source>
        <translation>Werte entlang der Linie</translation>
    </message>
    <message>
        <source>The pixel over time</source>
        <translation>Das Pixel im Lauf der Zeit</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>%d percent</source>
        <translation>%d Prozent</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the address</source>
        <translation>QR-Code der Adresse</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Pause all</source>
        <translation>Alle pausieren</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Alle fortsetzen</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Kein Limit</translation>
    </message>
    <message>
        <source>Speed of all downloads</source>
        <translation>Tempo aller Downloads</translation>
    </message>
    <message>
        <source>Other limit…</source>
        <translation>Anderes Limit…</translation>
    </message>
    <message>
        <source>Files at once per server</source>
        <translation>Dateien zugleich pro Server</translation>
    </message>
    <message>
        <source>Limit the speed</source>
        <translation>Tempo begrenzen</translation>
    </message>
    <message>
        <source>All downloads together, in KB per second (0: no limit):</source>
        <translation>Alle Downloads zusammen, in KB pro Sekunde (0: kein Limit):</translation>
    </message>
</context>
<context>
    <name>Quitting</name>
    <message>
        <source>openEO Desktop quits as soon as the jobs on this computer have ended.</source>
        <translation>openEO Desktop endet, sobald die Jobs auf diesem Computer geendet haben.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Offen bleiben</translation>
    </message>
</context>
<context>
    <name>RasterBar</name>
    <message>
        <source>Grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>Reverse the colours</source>
        <translation>Farben umkehren</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Streckung</translation>
    </message>
    <message>
        <source>RGB of three bands</source>
        <translation>RGB aus drei Bändern</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>2 % to 98 %</source>
        <translation>2 % bis 98 %</translation>
    </message>
    <message>
        <source>Minimum to maximum</source>
        <translation>Minimum bis Maximum</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Eigene Zahlen</translation>
    </message>
</context>
<context>
    <name>RasterCanvas</name>
    <message>
        <source>Picture of the raster</source>
        <translation>Bild des Rasters</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 shows all of it, 1 shows each pixel, arrows move.</source>
        <translation>Plus und Minus zoomen, 0 zeigt alles, 1 zeigt jedes Pixel, Pfeile verschieben.</translation>
    </message>
</context>
<context>
    <name>RasterLegend</name>
    <message>
        <source>Colours from {low} to {high} {unit}</source>
        <translation>Farben von {low} bis {high} {unit}</translation>
    </message>
</context>
<context>
    <name>RasterLimits</name>
    <message>
        <source>Band of the picture</source>
        <translation>Band des Bildes</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>One range for all three bands</source>
        <translation>Ein Bereich für alle drei Bänder</translation>
    </message>
    <message>
        <source>Lowest value of the colours</source>
        <translation>Kleinster Wert der Farben</translation>
    </message>
    <message>
        <source>Highest value of the colours</source>
        <translation>Größter Wert der Farben</translation>
    </message>
</context>
<context>
    <name>RasterPanel</name>
    <message>
        <source>Count every pixel</source>
        <translation>Jedes Pixel zählen</translation>
    </message>
    <message>
        <source>Copy the values of the pixel</source>
        <translation>Werte des Pixels kopieren</translation>
    </message>
    <message>
        <source>{band}, estimated from a smaller copy</source>
        <translation>{band}, aus einer kleineren Kopie geschätzt</translation>
    </message>
    <message>
        <source>Click a pixel to see the values of all bands.</source>
        <translation>Ein Klick auf ein Pixel zeigt die Werte aller Bänder.</translation>
    </message>
    <message>
        <source>{count} more are copied, not shown.</source>
        <translation>{count} weitere werden kopiert, nicht gezeigt.</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Im Ausschnitt</translation>
    </message>
</context>
<context>
    <name>RasterSaving</name>
    <message>
        <source>Save the picture</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Saved as «{name}».</source>
        <translation>Gespeichert als «{name}».</translation>
    </message>
</context>
<context>
    <name>RasterView</name>
    <message>
        <source>Reading the raster…</source>
        <translation>Das Raster wird gelesen…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>coarse: the file has no smaller copies of itself</source>
        <translation>grob: die Datei hat keine kleineren Kopien von sich</translation>
    </message>
</context>
<context>
    <name>RasterWorkbench</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>Vergrößern (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Verkleinern (−)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Alles zeigen (0)</translation>
    </message>
    <message>
        <source>Show each pixel (1)</source>
        <translation>Jedes Pixel zeigen (1)</translation>
    </message>
    <message>
        <source>Draw a line to see the values along it</source>
        <translation>Eine Linie ziehen, um die Werte entlang zu sehen</translation>
    </message>
    <message>
        <source>Compare with another raster…</source>
        <translation>Mit einem anderen Raster vergleichen…</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <translation>Bild kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Save the picture as PNG…</source>
        <translation>Bild als PNG speichern…</translation>
    </message>
    <message>
        <source>Show the values beside the picture</source>
        <translation>Werte neben dem Bild zeigen</translation>
    </message>
</context>
<context>
    <name>RawJson</name>
    <message>
        <source>All as JSON</source>
        <translation>Alles als JSON</translation>
    </message>
    <message>
        <source>Copy all as JSON</source>
        <translation>Alles als JSON kopieren</translation>
    </message>
    <message>
        <source>All that the back-end says, as JSON</source>
        <translation>Alles, was das Backend sagt, als JSON</translation>
    </message>
</context>
<context>
    <name>RemovedRows</name>
    <message>
        <source>{count} files were taken off the list. They stay on the disk.</source>
        <translation>{count} Dateien wurden aus der Liste genommen. Sie bleiben auf der Platte.</translation>
    </message>
    <message>
        <source>The file was taken off the list. It stays on the disk.</source>
        <translation>Die Datei wurde aus der Liste genommen. Sie bleibt auf der Platte.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ResetLayout</name>
    <message>
        <source>The panes are where they were at first.</source>
        <translation>Die Bereiche sind, wo sie anfangs waren.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
</context>
<context>
    <name>ResultLinks</name>
    <message>
        <source>Links of the result</source>
        <translation>Links des Ergebnisses</translation>
    </message>
    <message>
        <source>Open a page of {host}?</source>
        <translation>Eine Seite von {host} öffnen?</translation>
    </message>
    <message>
        <source>The link comes from the back-end: {address}</source>
        <translation>Der Link kommt vom Backend: {address}</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
</context>
<context>
    <name>ResultsActions</name>
    <message>
        <source>Every file is here or on its way.</source>
        <translation>Jede Datei ist hier oder unterwegs.</translation>
    </message>
    <message>
        <source>There is no file.</source>
        <translation>Es gibt keine Datei.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Wählen Sie zuerst eine Datei.</translation>
    </message>
    <message>
        <source>What is chosen is here or on its way.</source>
        <translation>Was gewählt ist, ist hier oder unterwegs.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Laden Sie sie zuerst herunter.</translation>
    </message>
    <message>
        <source>No file has been downloaded yet.</source>
        <translation>Noch wurde keine Datei heruntergeladen.</translation>
    </message>
    <message>
        <source>A fresh link: whoever has it can download the file without signing in.</source>
        <translation>Ein neuer Link: Wer ihn hat, kann die Datei ohne Anmeldung herunterladen.</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Öffnen mit</translation>
    </message>
    <message>
        <source>Download all</source>
        <translation>Alle herunterladen</translation>
    </message>
    <message>
        <source>Download selected</source>
        <translation>Auswahl herunterladen</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Herunterladen nach…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Datei kopieren</translation>
    </message>
    <message>
        <source>Fetch small files ahead</source>
        <translation>Kleine Dateien vorab holen</translation>
    </message>
    <message>
        <source>Files up to 10 MB are fetched when results are shown: ready to be dragged.</source>
        <translation>Dateien bis 10 MB werden geholt, wenn Ergebnisse gezeigt werden: bereit zum Ziehen.</translation>
    </message>
    <message>
        <source>Copy URL (secret)</source>
        <translation>URL kopieren (geheim)</translation>
    </message>
</context>
<context>
    <name>ResultsFooter</name>
    <message>
        <source>Download all</source>
        <translation>Alle herunterladen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Download selected</source>
        <translation>Auswahl herunterladen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Show the result on a map</source>
        <translation>Das Ergebnis auf einer Karte zeigen</translation>
    </message>
    <message>
        <source>Bands: {names}</source>
        <translation>Bänder: {names}</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Filter files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Files of the result</source>
        <translation>Dateien des Ergebnisses</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SeriesPlot</name>
    <message>
        <source>Plot of values over time</source>
        <translation>Diagramm der Werte über die Zeit</translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>The values are on the clipboard.</source>
        <translation>Die Werte sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Saved as «{name}».</source>
        <translation>Gespeichert als «{name}».</translation>
    </message>
    <message>
        <source>Save the series</source>
        <translation>Zeitreihe speichern</translation>
    </message>
    <message>
        <source>Values (*.csv)</source>
        <translation>Werte (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>The first {count} lines are drawn.</source>
        <translation>Die ersten {count} Linien sind gezeichnet.</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Logarithmische Skala</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Werte kopieren</translation>
    </message>
    <message>
        <source>Save the values or the picture…</source>
        <translation>Werte oder Bild speichern …</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Änderungen gelten sofort.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Befehle und Tasten suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>Alle &amp;kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Kein Befehl passt</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>&amp;Other ways to sign in…</source>
        <translation>&amp;Andere Anmeldearten…</translation>
    </message>
    <message>
        <source>There is no way to sign in.</source>
        <translation>Es gibt keine Anmeldeart.</translation>
    </message>
    <message>
        <source>Confirm that you want to sign in without encryption.</source>
        <translation>Bestätigen Sie, dass Sie sich ohne Verschlüsselung anmelden wollen.</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in (in the system&apos;s keychain)</source>
        <translation>Angemeldet &amp;bleiben (im Schlüsselbund des Systems)</translation>
    </message>
    <message>
        <source>What is needed for it is kept in the system&apos;s keychain, never in a file.</source>
        <translation>Was dafür nötig ist, liegt im Schlüsselbund des Systems, nie in einer Datei.</translation>
    </message>
    <message>
        <source>Sign in without encryption all the same</source>
        <translation>Trotzdem ohne Verschlüsselung anmelden</translation>
    </message>
</context>
<context>
    <name>SinceBar</name>
    <message>
        <source>Jobs that have ended</source>
        <translation>Jobs, die geendet haben</translation>
    </message>
    <message>
        <source>Jobs that have ended since this time: {time}</source>
        <translation>Jobs, die seit dieser Zeit geendet haben: {time}</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Synchronisation paused  ·  Resume</source>
        <translation>Abgleich pausiert  ·  Fortsetzen</translation>
    </message>
    <message>
        <source>Ask the back-ends again for what is new</source>
        <translation>Die Backends nach Neuem fragen</translation>
    </message>
    <message>
        <source>{count} jobs selected</source>
        <translation>{count} Jobs ausgewählt</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>1 new notice</source>
        <translation>1 neue Meldung</translation>
    </message>
    <message>
        <source>{count} new notices</source>
        <translation>{count} neue Meldungen</translation>
    </message>
    <message>
        <source>1 download</source>
        <translation>1 Download</translation>
    </message>
    <message>
        <source>{count} downloads</source>
        <translation>{count} Downloads</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
</context>
<context>
    <name>StatusChips</name>
    <message>
        <source>Filter by status</source>
        <translation>Nach Status filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Status: %s</source>
        <translation>Status: %s</translation>
    </message>
</context>
<context>
    <name>StatusTimeline</name>
    <message>
        <source>Status history</source>
        <translation>Statusverlauf</translation>
    </message>
    <message>
        <source>Seen here at {time}</source>
        <translation>Hier bemerkt {time}</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table of the file</source>
        <translation>Tabelle der Datei</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} Zeilen, {columns} Spalten</translation>
    </message>
</context>
<context>
    <name>TermsBox</name>
    <message>
        <source>Terms of service ({host})</source>
        <translation>Nutzungsbedingungen ({host})</translation>
    </message>
    <message>
        <source>Privacy policy ({host})</source>
        <translation>Datenschutzerklärung ({host})</translation>
    </message>
    <message>
        <source>Read the terms of the back-end and agree to them.</source>
        <translation>Lesen Sie die Bedingungen des Backends und stimmen Sie ihnen zu.</translation>
    </message>
    <message>
        <source>I agree to the terms of service and the privacy policy</source>
        <translation>Ich stimme den Nutzungsbedingungen und der Datenschutzerklärung zu</translation>
    </message>
    <message>
        <source>I agree to the terms of service</source>
        <translation>Ich stimme den Nutzungsbedingungen zu</translation>
    </message>
    <message>
        <source>I agree to the privacy policy</source>
        <translation>Ich stimme der Datenschutzerklärung zu</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>Text der Datei</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Rename (F2)</source>
        <translation>Umbenennen (F2)</translation>
    </message>
    <message>
        <source>Title of the account</source>
        <translation>Titel des Kontos</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Tree of the file</source>
        <translation>Baum der Datei</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Pfad kopieren</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Ways to look at the file</source>
        <translation>Ansichten der Datei</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>ViewerHost</name>
    <message>
        <source>Try again</source>
        <translation>Neu versuchen</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Die Datei wird geöffnet…</translation>
    </message>
    <message>
        <source>{size} of the file fetched, in {count} requests</source>
        <translation>{size} der Datei geholt, in {count} Anfragen</translation>
    </message>
</context>
<context>
    <name>WhenFinished</name>
    <message>
        <source>Select a job first.</source>
        <translation>Wählen Sie zuerst einen Job aus.</translation>
    </message>
    <message>
        <source>These jobs have ended: what finished can be downloaded now.</source>
        <translation>Diese Jobs haben geendet: Was fertig ist, kann jetzt heruntergeladen werden.</translation>
    </message>
    <message>
        <source>This job has finished: its results can be downloaded now.</source>
        <translation>Dieser Job ist fertig: Seine Ergebnisse können jetzt heruntergeladen werden.</translation>
    </message>
    <message>
        <source>These jobs will not finish any more.</source>
        <translation>Diese Jobs werden nicht mehr fertig.</translation>
    </message>
    <message>
        <source>This job will not finish any more.</source>
        <translation>Dieser Job wird nicht mehr fertig.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Duplicate with chang&amp;es…</source>
        <translation>Mit Änderungen duplizie&amp;ren…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Neu ausführen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Add an account first.</source>
        <translation>Fügen Sie zuerst ein Konto hinzu.</translation>
    </message>
    <message>
        <source>Every account is switched off. Switch one on first.</source>
        <translation>Jedes Konto ist ausgeschaltet. Schalten Sie zuerst eines ein.</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>&amp;Neuer Job…</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Neuer Job</translation>
    </message>
    <message>
        <source>&amp;Open a process graph…</source>
        <translation>&amp;Prozessgraph öffnen…</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Konto hinzufügen…</translation>
    </message>
    <message>
        <source>A&amp;ccount…</source>
        <translation>K&amp;onto…</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate file…</source>
        <translation>Einer &amp;Zertifikatsdatei vertrauen…</translation>
    </message>
    <message>
        <source>Trust the s&amp;ystem&apos;s certificates only</source>
        <translation>Nur Zertifikaten des S&amp;ystems vertrauen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;ppen</translation>
    </message>
    <message>
        <source>&amp;Download results</source>
        <translation>Ergebnisse &amp;herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download when &amp;finished</source>
        <translation>Herunterladen, &amp;wenn fertig</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Add job by ID…</source>
        <translation>Job mit ID hinzufü&amp;gen…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Refresh this job</source>
        <translation>Diesen Job &amp;aktualisieren</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Run a cop&amp;y…</source>
        <translation>&amp;Kopie ausführen…</translation>
    </message>
    <message>
        <source>Est&amp;imate…</source>
        <translation>Schät&amp;zen…</translation>
    </message>
    <message>
        <source>&amp;Copy job ID</source>
        <translation>Job-&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy a link to the &amp;job</source>
        <translation>Link zum &amp;Job kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;JavaScript code</source>
        <translation>Als &amp;JavaScript-Code kopieren</translation>
    </message>
    <message>
        <source>Copy as &amp;Python code</source>
        <translation>Als &amp;Python-Code kopieren</translation>
    </message>
    <message>
        <source>Copy a &amp;link to the results…</source>
        <translation>&amp;Link zu den Ergebnissen kopieren…</translation>
    </message>
    <message>
        <source>E&amp;xport the process graph…</source>
        <translation>Prozessgraph e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Open in the &amp;web editor…</source>
        <translation>Im Web Editor ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Copy as &amp;R code</source>
        <translation>Als &amp;R-Code kopieren</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>&amp;Pause synchronisation</source>
        <translation>Abgleich &amp;pausieren</translation>
    </message>
    <message>
        <source>&amp;Find jobs</source>
        <translation>Jobs &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Commands and jobs…</source>
        <translation>&amp;Befehle und Jobs…</translation>
    </message>
    <message>
        <source>Reset the &amp;arrangement</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Notices</source>
        <translation>&amp;Meldungen</translation>
    </message>
    <message>
        <source>&amp;Recent messages</source>
        <translation>&amp;Letzte Meldungen</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnose…</translation>
    </message>
    <message>
        <source>&amp;About openEO Desktop</source>
        <translation>&amp;Über openEO Desktop</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Open a process graph</source>
        <translation>Prozessgraph öffnen</translation>
    </message>
    <message>
        <source>JSON files (*.json *.geojson)</source>
        <translation>JSON-Dateien (*.json *.geojson)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>WindowDocks</name>
    <message>
        <source>Detach</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>WorldMap</name>
    <message>
        <source>Map of the result&apos;s extent</source>
        <translation>Karte der Ausdehnung des Ergebnisses</translation>
    </message>
    <message>
        <source>Click: a larger map</source>
        <translation>Klick: eine größere Karte</translation>
    </message>
</context>
<context>
    <name>_DropOverlay</name>
    <message>
        <source>Drop to make a new job of this process graph</source>
        <translation>Hier ablegen: neuer Job aus diesem Prozessgraphen</translation>
    </message>
</context>
<context>
    <name>_Storage</name>
    <message>
        <source>Storage</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>{free} free of {quota}</source>
        <translation>{free} von {quota} frei</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} frei</translation>
    </message>
    <message>
        <source>{quota} in all</source>
        <translation>{quota} insgesamt</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Add it again.</source>
        <translation>Fügen Sie es wieder hinzu.</translation>
    </message>
    <message>
        <source>An account needs a title.</source>
        <translation>Ein Konto braucht einen Titel.</translation>
    </message>
    <message>
        <source>An address looks like https://openeo.example.org.</source>
        <translation>Eine Adresse sieht aus wie https://openeo.example.org.</translation>
    </message>
    <message>
        <source>Another copy of the app is using it: close that one. {1}</source>
        <translation>Eine andere Kopie der App benutzt es: Schließen Sie diese. {1}</translation>
    </message>
    <message>
        <source>Another copy of the app works with «This computer».</source>
        <translation>Eine andere Kopie der App arbeitet mit «Diesem Computer».</translation>
    </message>
    <message>
        <source>Another openEO Desktop works with the folder {1}.</source>
        <translation>Ein anderes openEO Desktop arbeitet mit dem Ordner {1}.</translation>
    </message>
    <message>
        <source>Another window of this app has been renewing this sign-in for a long time.</source>
        <translation>Ein anderes Fenster dieser App erneuert diese Anmeldung schon lange.</translation>
    </message>
    <message>
        <source>Ask for a new code, and type it before its time is over.</source>
        <translation>Holen Sie einen neuen Code und geben Sie ihn ein, bevor seine Zeit um ist.</translation>
    </message>
    <message>
        <source>Ask the back-end for an address with version 1.0 or newer.</source>
        <translation>Fragen Sie das Backend nach einer Adresse mit Version 1.0 oder neuer.</translation>
    </message>
    <message>
        <source>Ask the back-end for version 1.0 or newer.</source>
        <translation>Fragen Sie das Backend nach Version 1.0 oder neuer.</translation>
    </message>
    <message>
        <source>Change it again.</source>
        <translation>Ändern Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Change it in the settings of the system.</source>
        <translation>Ändern Sie es in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Prüfen Sie beides und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check it for a slip of the keyboard.</source>
        <translation>Prüfen Sie sie auf Tippfehler.</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>Prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Check the ID and the account: only the person who created a job can see it.</source>
        <translation>Prüfen Sie ID und Konto: Nur wer einen Job erstellt hat, kann ihn sehen.</translation>
    </message>
    <message>
        <source>Check the address of the back-end.</source>
        <translation>Prüfen Sie die Adresse des Backends.</translation>
    </message>
    <message>
        <source>Check the address, the date of this computer, and whether a proxy sits in between.</source>
        <translation>Prüfen Sie die Adresse, das Datum dieses Computers, und ob ein Proxy dazwischen steht.</translation>
    </message>
    <message>
        <source>Check the address; it is the one that the back-end&apos;s documentation names for openEO.</source>
        <translation>Prüfen Sie die Adresse; es ist die, welche die Dokumentation des Backends für openEO nennt.</translation>
    </message>
    <message>
        <source>Check the address; tell the back-end&apos;s support if it is right.</source>
        <translation>Prüfen Sie die Adresse; ist sie richtig, sagen Sie es dem Support des Backends.</translation>
    </message>
    <message>
        <source>Check the address; this may be a web page, not an openEO back-end.</source>
        <translation>Prüfen Sie die Adresse; vielleicht ist es eine Webseite, kein openEO-Backend.</translation>
    </message>
    <message>
        <source>Check the client id and secret, or try another way to sign in.</source>
        <translation>Prüfen Sie Client-ID und Geheimnis, oder versuchen Sie eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>Check the disk and its rights.</source>
        <translation>Prüfen Sie die Platte und ihre Rechte.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system (or the variable HTTPS_PROXY).</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Systems (oder die Variable HTTPS_PROXY).</translation>
    </message>
    <message>
        <source>Choose a JSON file in UTF-8.</source>
        <translation>Wählen Sie eine JSON-Datei in UTF-8.</translation>
    </message>
    <message>
        <source>Choose a file or variable that has a time dimension.</source>
        <translation>Wählen Sie eine Datei oder Variable, die eine Zeitdimension hat.</translation>
    </message>
    <message>
        <source>Choose a file that «Export» has written.</source>
        <translation>Wählen Sie eine Datei, die «Exportieren» geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose a place within the picture.</source>
        <translation>Wählen Sie eine Stelle im Bild.</translation>
    </message>
    <message>
        <source>Choose another file (certificates in PEM format) in the settings.</source>
        <translation>Wählen Sie in den Einstellungen eine andere Datei (Zertifikate im PEM-Format).</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its rights.</source>
        <translation>Wählen Sie einen anderen Ordner, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Choose another folder, then try again.</source>
        <translation>Wählen Sie einen anderen Ordner, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another place with --profile, or free some space.</source>
        <translation>Wählen Sie mit --profile einen anderen Ort, oder machen Sie Platz.</translation>
    </message>
    <message>
        <source>Choose another view of it, or open it with another program.</source>
        <translation>Wählen Sie eine andere Ansicht, oder öffnen Sie die Datei mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Choose another way to sign in.</source>
        <translation>Wählen Sie eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>Choose another way, or give the id of a client of your own.</source>
        <translation>Wählen Sie eine andere Art, oder geben Sie die ID eines eigenen Clients an.</translation>
    </message>
    <message>
        <source>Choose one of its bands.</source>
        <translation>Wählen Sie eines ihrer Bänder.</translation>
    </message>
    <message>
        <source>Choose «Start the back-end again» in the menu of «This computer».</source>
        <translation>Wählen Sie «Backend wieder starten» im Menü von «Dieser Computer».</translation>
    </message>
    <message>
        <source>Client credentials are a client id and a client secret.</source>
        <translation>Client-Zugangsdaten sind Client-ID und Client-Geheimnis.</translation>
    </message>
    <message>
        <source>Close it first, or wait until it is ready.</source>
        <translation>Schließen Sie sie zuerst, oder warten Sie, bis sie fertig ist.</translation>
    </message>
    <message>
        <source>Close its window (if it does not answer, end its process), or use another folder with --profile.</source>
        <translation>Schließen Sie sein Fenster (antwortet es nicht, beenden Sie seinen Prozess), oder nehmen Sie mit --profile einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Close openEO Desktop and start it again: what can be read will be saved.</source>
        <translation>Schließen Sie openEO Desktop und starten Sie es neu: Was lesbar ist, wird gerettet.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another way to sign in.</source>
        <translation>Schließen Sie das Programm, das ihn benutzt, oder wählen Sie eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>Compute their amplitude in the process graph, or open it with another program.</source>
        <translation>Berechnen Sie deren Betrag im Prozessgraphen, oder öffnen Sie die Datei mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Copy the address and use a tool that knows this kind of storage.</source>
        <translation>Kopieren Sie die Adresse und nehmen Sie ein Werkzeug, das diese Art Speicher kennt.</translation>
    </message>
    <message>
        <source>Delete it again.</source>
        <translation>Löschen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>Download it again; if that does not help, the back-end wrote it like this.</source>
        <translation>Laden Sie sie noch einmal herunter; wenn das nicht hilft, hat das Backend sie so geschrieben.</translation>
    </message>
    <message>
        <source>Download it instead.</source>
        <translation>Laden Sie sie stattdessen herunter.</translation>
    </message>
    <message>
        <source>Download it to see it.</source>
        <translation>Laden Sie sie herunter, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Download the results and share the files.</source>
        <translation>Laden Sie die Ergebnisse herunter und teilen Sie die Dateien.</translation>
    </message>
    <message>
        <source>Draw a line of two points or more.</source>
        <translation>Zeichnen Sie eine Linie aus mindestens zwei Punkten.</translation>
    </message>
    <message>
        <source>Duplicate it to create it again.</source>
        <translation>Duplizieren Sie ihn, um ihn neu zu erstellen.</translation>
    </message>
    <message>
        <source>Duplicate the job and change the copy.</source>
        <translation>Duplizieren Sie den Job und ändern Sie die Kopie.</translation>
    </message>
    <message>
        <source>Duplicate the job to run the same process as a new one.</source>
        <translation>Duplizieren Sie den Job, um denselben Prozess als neuen auszuführen.</translation>
    </message>
    <message>
        <source>Enable it first.</source>
        <translation>Schalten Sie es zuerst ein.</translation>
    </message>
    <message>
        <source>Expected is an object with &quot;process_graph&quot;, or the nodes of a graph themselves.</source>
        <translation>Erwartet wird ein Objekt mit &quot;process_graph&quot; oder die Knoten eines Graphen selbst.</translation>
    </message>
    <message>
        <source>Export the process graph instead.</source>
        <translation>Exportieren Sie stattdessen den Prozessgraphen.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>Machen Sie Platz, oder wählen Sie einen anderen Ordner, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Free some space, check the rights of the folder, then try again.</source>
        <translation>Machen Sie Platz, prüfen Sie die Rechte des Ordners, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Free some space, or look at the permissions of its folder.</source>
        <translation>Machen Sie Platz, oder prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free some space, then start openEO Desktop again; nothing was changed.</source>
        <translation>Machen Sie Platz, dann starten Sie openEO Desktop neu; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Give a process graph as JSON.</source>
        <translation>Geben Sie einen Prozessgraphen als JSON an.</translation>
    </message>
    <message>
        <source>Give an ID such as «j-2611221119184a9c», or the address of a job.</source>
        <translation>Geben Sie eine ID wie «j-2611221119184a9c» oder die Adresse eines Jobs an.</translation>
    </message>
    <message>
        <source>Give both of them.</source>
        <translation>Geben Sie beides an.</translation>
    </message>
    <message>
        <source>Give it.</source>
        <translation>Geben Sie es an.</translation>
    </message>
    <message>
        <source>Give the address alone; the app asks for the password afterwards.</source>
        <translation>Geben Sie nur die Adresse an; nach dem Passwort fragt die App danach.</translation>
    </message>
    <message>
        <source>Give the name for this back-end.</source>
        <translation>Geben Sie den Namen für dieses Backend an.</translation>
    </message>
    <message>
        <source>If you know and trust this back-end, add an account there, and open the link again.</source>
        <translation>Wenn Sie dieses Back-End kennen und ihm vertrauen, fügen Sie dort ein Konto hinzu und öffnen Sie den Link erneut.</translation>
    </message>
    <message>
        <source>It has: {1}.</source>
        <translation>Es hat: {1}.</translation>
    </message>
    <message>
        <source>It is looked for as soon as the back-end answers; do not create it again before that.</source>
        <translation>Er wird gesucht, sobald das Backend antwortet; erstellen Sie ihn vorher nicht noch einmal.</translation>
    </message>
    <message>
        <source>It may hold {1}.</source>
        <translation>Sie kann {1} enthalten.</translation>
    </message>
    <message>
        <source>Links into openEO Desktop select a job: openeo-desktop://job/back-end.example.org/job-id.</source>
        <translation>Links zu openEO Desktop wählen einen Job aus: openeo-desktop://job/back-end.example.org/job-id.</translation>
    </message>
    <message>
        <source>Look at it in the web editor of the back-end.</source>
        <translation>Sehen Sie ihn im Web Editor des Backends an.</translation>
    </message>
    <message>
        <source>Look at it, then start it again.</source>
        <translation>Sehen Sie ihn an, dann starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>Look at its settings; until then sign-ins last as long as the app runs.</source>
        <translation>Sehen Sie in seine Einstellungen; bis dahin gelten Anmeldungen, solange die App läuft.</translation>
    </message>
    <message>
        <source>Look for its window and unlock it, then try again.</source>
        <translation>Suchen Sie sein Fenster und entsperren Sie ihn, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look whether it is still there and whether you may read it.</source>
        <translation>Sehen Sie nach, ob sie noch da ist und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Mend the process graph.</source>
        <translation>Korrigieren Sie den Prozessgraphen.</translation>
    </message>
    <message>
        <source>Mend the text at line {1}, column {2}.</source>
        <translation>Korrigieren Sie den Text in Zeile {1}, Spalte {2}.</translation>
    </message>
    <message>
        <source>Move the file to another folder.</source>
        <translation>Verschieben Sie die Datei in einen anderen Ordner.</translation>
    </message>
    <message>
        <source>No job was created. {1}</source>
        <translation>Es wurde kein Job erstellt. {1}</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with geopandas.</source>
        <translation>Öffnen Sie sie in QGIS, oder lesen Sie sie in einem Notebook mit geopandas.</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with pandas (geopandas if it has geometries).</source>
        <translation>Öffnen Sie sie in QGIS, oder lesen Sie sie in einem Notebook mit pandas (mit geopandas, wenn sie Geometrien hat).</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with xarray and cfgrib.</source>
        <translation>Öffnen Sie sie in QGIS, oder lesen Sie sie in einem Notebook mit xarray und cfgrib.</translation>
    </message>
    <message>
        <source>Open it with another program, for example QGIS.</source>
        <translation>Öffnen Sie sie mit einem anderen Programm, zum Beispiel QGIS.</translation>
    </message>
    <message>
        <source>Open it with another program.</source>
        <translation>Öffnen Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Open it with xarray in a notebook, or write netCDF or GeoTIFF instead.</source>
        <translation>Öffnen Sie es mit xarray in einem Notebook, oder schreiben Sie stattdessen netCDF oder GeoTIFF.</translation>
    </message>
    <message>
        <source>Open the process graph from a file, if you have it in one.</source>
        <translation>Öffnen Sie den Prozessgraphen aus einer Datei, wenn Sie eine haben.</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Aktualisieren Sie die Liste.</translation>
    </message>
    <message>
        <source>Refresh the list; the job should be there.</source>
        <translation>Aktualisieren Sie die Liste; der Job sollte da sein.</translation>
    </message>
    <message>
        <source>Refresh the results and try again.</source>
        <translation>Aktualisieren Sie die Ergebnisse und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Refresh the results.</source>
        <translation>Aktualisieren Sie die Ergebnisse.</translation>
    </message>
    <message>
        <source>Results are there once the job has finished.</source>
        <translation>Ergebnisse gibt es, sobald der Job fertig ist.</translation>
    </message>
    <message>
        <source>Run it again to get its results.</source>
        <translation>Führen Sie ihn neu aus, um seine Ergebnisse zu bekommen.</translation>
    </message>
    <message>
        <source>Save it as SVG instead.</source>
        <translation>Speichern Sie es stattdessen als SVG.</translation>
    </message>
    <message>
        <source>See the results pane.</source>
        <translation>Siehe unter «Ergebnisse».</translation>
    </message>
    <message>
        <source>Set a budget for the job, or try it on a small area first.</source>
        <translation>Geben Sie dem Job ein Budget, oder probieren Sie ihn zuerst auf einem kleinen Gebiet.</translation>
    </message>
    <message>
        <source>Set it up in the settings, «Advanced», or with «openeo-desktop local install».</source>
        <translation>Richten Sie es in den Einstellungen unter «Erweitert» ein, oder mit «openeo-desktop local install».</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Sign in as {1}, or add a new account for {2}.</source>
        <translation>Melden Sie sich als {1} an, oder fügen Sie ein neues Konto für {2} hinzu.</translation>
    </message>
    <message>
        <source>Sign in with name and password.</source>
        <translation>Melden Sie sich mit Name und Passwort an.</translation>
    </message>
    <message>
        <source>Sign-ins last as long as the app runs; nothing is written to a file.</source>
        <translation>Anmeldungen gelten, solange die App läuft; nichts wird in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>Start it again, and sign in within five minutes.</source>
        <translation>Beginnen Sie noch einmal, und melden Sie sich binnen fünf Minuten an.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Starten Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Start the app again.</source>
        <translation>Starten Sie die App neu.</translation>
    </message>
    <message>
        <source>Stop it again.</source>
        <translation>Stoppen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Stop the job first.</source>
        <translation>Stoppen Sie zuerst den Job.</translation>
    </message>
    <message>
        <source>Tell the back-end&apos;s support, or give the address of the API itself.</source>
        <translation>Sagen Sie es dem Support des Backends, oder geben Sie die Adresse der API selbst an.</translation>
    </message>
    <message>
        <source>Tell the back-end&apos;s support.</source>
        <translation>Sagen Sie es dem Support des Backends.</translation>
    </message>
    <message>
        <source>The account of this job is no longer there.</source>
        <translation>Das Konto dieses Jobs gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The address contains a user name or password.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>The answer of {1} is too large (over {2} MB).</source>
        <translation>Die Antwort von {1} ist zu groß (über {2} MB).</translation>
    </message>
    <message>
        <source>The back-end accepted the sign-in but gave no token.</source>
        <translation>Das Backend hat die Anmeldung angenommen, aber kein Token gegeben.</translation>
    </message>
    <message>
        <source>The back-end asked to be left alone for a while.</source>
        <translation>Das Backend hat gebeten, eine Weile in Ruhe gelassen zu werden.</translation>
    </message>
    <message>
        <source>The back-end at {1} speaks openEO {2}; this app needs version 1.</source>
        <translation>Das Backend bei {1} spricht openEO {2}; diese App braucht Version 1.</translation>
    </message>
    <message>
        <source>The back-end continued the file at the wrong place.</source>
        <translation>Das Backend hat die Datei an der falschen Stelle fortgesetzt.</translation>
    </message>
    <message>
        <source>The back-end created a job but does not say which one.</source>
        <translation>Das Backend hat einen Job erstellt, sagt aber nicht welchen.</translation>
    </message>
    <message>
        <source>The back-end does not accept this user name and password.</source>
        <translation>Das Backend nimmt diesen Benutzernamen und dieses Passwort nicht an.</translation>
    </message>
    <message>
        <source>The back-end does not tell the process of this job.</source>
        <translation>Das Backend nennt den Prozess dieses Jobs nicht.</translation>
    </message>
    <message>
        <source>The back-end for this computer does not start.</source>
        <translation>Das Backend für diesen Computer startet nicht.</translation>
    </message>
    <message>
        <source>The back-end for this computer runs, but the app cannot reach it at {1}.</source>
        <translation>Das Backend für diesen Computer läuft, aber die App erreicht es nicht unter {1}.</translation>
    </message>
    <message>
        <source>The back-end gave a token that cannot be sent.</source>
        <translation>Das Backend hat ein Token gegeben, das nicht gesendet werden kann.</translation>
    </message>
    <message>
        <source>The back-end has no OpenID provider.</source>
        <translation>Das Backend hat keinen OpenID-Anbieter.</translation>
    </message>
    <message>
        <source>The back-end has no provider «{1}».</source>
        <translation>Das Backend hat keinen Anbieter «{1}».</translation>
    </message>
    <message>
        <source>The back-end ignored the restart: «{1}» is as it was.</source>
        <translation>Das Backend hat den Neustart nicht beachtet: «{1}» ist, wie er war.</translation>
    </message>
    <message>
        <source>The keychain of this computer has been waiting to be unlocked for {1} minutes.</source>
        <translation>Der Schlüsselbund dieses Computers wartet seit {1} Minuten darauf, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>The keychain of this computer has been waiting to be unlocked for {1} seconds.</source>
        <translation>Der Schlüsselbund dieses Computers wartet seit {1} Sekunden darauf, entsperrt zu werden.</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked or does not answer.</source>
        <translation>Der Schlüsselbund dieses Computers ist gesperrt oder antwortet nicht.</translation>
    </message>
    <message>
        <source>The keychain of this computer refused.</source>
        <translation>Der Schlüsselbund dieses Computers hat abgelehnt.</translation>
    </message>
    <message>
        <source>The list was read again: no job was created. Try again.</source>
        <translation>Die Liste wurde neu gelesen: Es wurde kein Job erstellt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The back-end is busy; try again later.</source>
        <translation>Das Backend ist ausgelastet; versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>A Zarr folder cannot be shown from a server.</source>
        <translation>Ein Zarr-Ordner kann nicht von einem Server gezeigt werden.</translation>
    </message>
    <message>
        <source>A netCDF file with a quote in its name or folder cannot be shown.</source>
        <translation>Eine netCDF-Datei mit einem Anführungszeichen im Namen oder Ordner kann nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>A package for «This computer» is not the one that was expected; it was not installed.</source>
        <translation>Ein Paket für «Diesen Computer» ist nicht das erwartete; es wurde nicht installiert.</translation>
    </message>
    <message>
        <source>An environment for «This computer» cannot be made with this Python.</source>
        <translation>Mit diesem Python lässt sich keine Umgebung für «Diesen Computer» anlegen.</translation>
    </message>
    <message>
        <source>Another copy of the app is setting up «This computer».</source>
        <translation>Eine andere Kopie der App richtet gerade «Diesen Computer» ein.</translation>
    </message>
    <message>
        <source>Check the network, then try again: what has come already is kept.</source>
        <translation>Prüfen Sie das Netz und versuchen Sie es noch einmal: Was schon da ist, bleibt.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system, then try again.</source>
        <translation>Prüfen Sie die Proxy-Einstellungen des Systems und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose a Python from 3.11 to 3.14.</source>
        <translation>Wählen Sie ein Python von 3.11 bis 3.14.</translation>
    </message>
    <message>
        <source>Choose another Python.</source>
        <translation>Wählen Sie ein anderes Python.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose it again to see it.</source>
        <translation>Wählen Sie sie noch einmal, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation>Wählen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Choose one to compare with.</source>
        <translation>Wählen Sie eines zum Vergleichen.</translation>
    </message>
    <message>
        <source>Choose the certificate file of your organisation in the settings.</source>
        <translation>Wählen Sie in den Einstellungen die Zertifikatsdatei Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Compare it with a file of the same grid.</source>
        <translation>Vergleichen Sie sie mit einer Datei auf demselben Gitter.</translation>
    </message>
    <message>
        <source>Could not add the job.</source>
        <translation>Der Job konnte nicht hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Could not cancel the download.</source>
        <translation>Der Download konnte nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>Could not change the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>Could not change the job.</source>
        <translation>Der Job konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>Could not change the order.</source>
        <translation>Die Reihenfolge konnte nicht geändert werden.</translation>
    </message>
    <message>
        <source>Could not check the history.</source>
        <translation>Der Verlauf konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Could not copy a link to the results.</source>
        <translation>Ein Link zu den Ergebnissen konnte nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Could not copy the job as code.</source>
        <translation>Der Job konnte nicht als Code kopiert werden.</translation>
    </message>
    <message>
        <source>Could not copy the lines.</source>
        <translation>Die Zeilen konnten nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Could not copy the link.</source>
        <translation>Der Link konnte nicht kopiert werden.</translation>
    </message>
    <message>
        <source>Could not create the job.</source>
        <translation>Der Job konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Could not delete the file.</source>
        <translation>Die Datei konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Could not delete the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Could not delete the job.</source>
        <translation>Der Job konnte nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Could not download the results of a job that has finished.</source>
        <translation>Die Ergebnisse eines fertigen Jobs konnten nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Could not download the results of «{1}».</source>
        <translation>Die Ergebnisse von «{1}» konnten nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Could not download the results.</source>
        <translation>Die Ergebnisse konnten nicht heruntergeladen werden.</translation>
    </message>
    <message>
        <source>Could not duplicate the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht dupliziert werden.</translation>
    </message>
    <message>
        <source>Could not duplicate the job.</source>
        <translation>Der Job konnte nicht dupliziert werden.</translation>
    </message>
    <message>
        <source>Could not estimate the job.</source>
        <translation>Der Job konnte nicht geschätzt werden.</translation>
    </message>
    <message>
        <source>Could not export the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Could not export the job.</source>
        <translation>Der Job konnte nicht exportiert werden.</translation>
    </message>
    <message>
        <source>Could not fetch the file that was dragged.</source>
        <translation>Die gezogene Datei konnte nicht geholt werden.</translation>
    </message>
    <message>
        <source>Could not find the next error.</source>
        <translation>Der nächste Fehler konnte nicht gefunden werden.</translation>
    </message>
    <message>
        <source>Could not go on with the downloads.</source>
        <translation>Die Downloads konnten nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Could not keep the back-end of this computer running.</source>
        <translation>Das Backend dieses Computers konnte nicht am Laufen gehalten werden.</translation>
    </message>
    <message>
        <source>Could not list the jobs again.</source>
        <translation>Die Jobs konnten nicht neu aufgelistet werden.</translation>
    </message>
    <message>
        <source>Could not open the history.</source>
        <translation>Der Verlauf konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Could not open the link.</source>
        <translation>Der Link konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Could not open the preview.</source>
        <translation>Die Vorschau konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Could not pause the download.</source>
        <translation>Der Download konnte nicht angehalten werden.</translation>
    </message>
    <message>
        <source>Could not read the file.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the job.</source>
        <translation>Der Job konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the log.</source>
        <translation>Das Protokoll konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the notices.</source>
        <translation>Die Meldungen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the process of the job.</source>
        <translation>Der Prozess des Jobs konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the results.</source>
        <translation>Die Ergebnisse konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not read the selected jobs.</source>
        <translation>Die ausgewählten Jobs konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Could not refresh the job.</source>
        <translation>Der Job konnte nicht aktualisiert werden.</translation>
    </message>
    <message>
        <source>Could not remove from the list.</source>
        <translation>Der Eintrag konnte nicht von der Liste genommen werden.</translation>
    </message>
    <message>
        <source>Could not remove the account.</source>
        <translation>Das Konto konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Could not rename the account.</source>
        <translation>Das Konto konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>Could not rename the job.</source>
        <translation>Der Job konnte nicht umbenannt werden.</translation>
    </message>
    <message>
        <source>Could not resume the download.</source>
        <translation>Der Download konnte nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Could not run a copy of the job «{1}».</source>
        <translation>Eine Kopie des Jobs «{1}» konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Could not run a copy of the job.</source>
        <translation>Eine Kopie des Jobs konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Could not save the log.</source>
        <translation>Das Protokoll konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not save the picture.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Could not search the log.</source>
        <translation>Das Protokoll konnte nicht durchsucht werden.</translation>
    </message>
    <message>
        <source>Could not select the job.</source>
        <translation>Der Job konnte nicht ausgewählt werden.</translation>
    </message>
    <message>
        <source>Could not sign in.</source>
        <translation>Die Anmeldung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Could not sign out.</source>
        <translation>Die Abmeldung ist nicht gelungen.</translation>
    </message>
    <message>
        <source>Could not start the back-end of this computer.</source>
        <translation>Das Backend dieses Computers konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not start the back-end on this computer.</source>
        <translation>Das Backend auf diesem Computer konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not start the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not start the job.</source>
        <translation>Der Job konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not start the waiting job «{1}».</source>
        <translation>Der wartende Job «{1}» konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not start the waiting job.</source>
        <translation>Der wartende Job konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Could not stop the job «{1}».</source>
        <translation>Der Job «{1}» konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>Could not stop the job.</source>
        <translation>Der Job konnte nicht gestoppt werden.</translation>
    </message>
    <message>
        <source>Could not switch the account off.</source>
        <translation>Das Konto konnte nicht ausgeschaltet werden.</translation>
    </message>
    <message>
        <source>Could not switch the account on.</source>
        <translation>Das Konto konnte nicht eingeschaltet werden.</translation>
    </message>
    <message>
        <source>Could not try the download again.</source>
        <translation>Der Download konnte nicht erneut versucht werden.</translation>
    </message>
    <message>
        <source>Could not verify the file.</source>
        <translation>Die Datei konnte nicht geprüft werden.</translation>
    </message>
    <message>
        <source>Could not watch the accounts.</source>
        <translation>Die Konten konnten nicht beobachtet werden.</translation>
    </message>
    <message>
        <source>Download it again, or open it with another program.</source>
        <translation>Laden Sie sie noch einmal herunter, oder öffnen Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Laden Sie sie zuerst herunter.</translation>
    </message>
    <message>
        <source>Download it to see all of it.</source>
        <translation>Laden Sie sie herunter, um sie ganz zu sehen.</translation>
    </message>
    <message>
        <source>Install it from {1} (64 bit), then look again.</source>
        <translation>Installieren Sie es von {1} (64 Bit) und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Install it from {1}, or with: brew install python@3.13</source>
        <translation>Installieren Sie es von {1}, oder mit: brew install python@3.13</translation>
    </message>
    <message>
        <source>Install it with the package manager of your system, then look again.</source>
        <translation>Installieren Sie es mit der Paketverwaltung Ihres Systems und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install python3 python3-venv</source>
        <translation>Installieren Sie es mit: sudo apt install python3 python3-venv</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install python{1}-venv</source>
        <translation>Installieren Sie es mit: sudo apt install python{1}-venv</translation>
    </message>
    <message>
        <source>Install it with: sudo dnf install python3.13</source>
        <translation>Installieren Sie es mit: sudo dnf install python3.13</translation>
    </message>
    <message>
        <source>Install it with: sudo zypper install python313</source>
        <translation>Installieren Sie es mit: sudo zypper install python313</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie die App noch einmal.</translation>
    </message>
    <message>
        <source>It was moved or deleted. Download it again.</source>
        <translation>Sie wurde verschoben oder gelöscht. Laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>Look at it as a tree or as text.</source>
        <translation>Betrachten Sie sie als Baum oder als Text.</translation>
    </message>
    <message>
        <source>Look for a newer version there by yourself, or try again later.</source>
        <translation>Sehen Sie dort selbst nach einer neueren Version, oder versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Open it with another program, for example with xarray in a notebook.</source>
        <translation>Öffnen Sie die Daten mit einem anderen Programm, zum Beispiel mit xarray in einem Notebook.</translation>
    </message>
    <message>
        <source>Open it with the program that your system has for it.</source>
        <translation>Öffnen Sie sie mit dem Programm, das Ihr System dafür hat.</translation>
    </message>
    <message>
        <source>Outlines are simplified for the screen.</source>
        <translation>Umrisse sind für den Bildschirm vereinfacht.</translation>
    </message>
    <message>
        <source>Previews cannot be shown: their reader does not start.</source>
        <translation>Vorschauen können nicht gezeigt werden: Das Programm, das sie liest, startet nicht.</translation>
    </message>
    <message>
        <source>Refresh the list. If the job is yours and still missing, add it with Job &gt; Add job by ID.</source>
        <translation>Aktualisieren Sie die Liste. Gehört der Job Ihnen und fehlt weiterhin, fügen Sie ihn mit «Job &gt; Job mit ID hinzufügen» hinzu.</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Benennen Sie sie um.</translation>
    </message>
    <message>
        <source>So much of this file was fetched for previews that a download is better.</source>
        <translation>Von dieser Datei wurde für Vorschauen schon so viel geholt, dass ein Download besser ist.</translation>
    </message>
    <message>
        <source>Something went wrong inside the app: the back-end was not asked.</source>
        <translation>In der App ist etwas schiefgegangen: Das Backend wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Start it yourself and open the file there.</source>
        <translation>Starten Sie es selbst und öffnen Sie die Datei dort.</translation>
    </message>
    <message>
        <source>Start the app again; if that does not help, install it anew.</source>
        <translation>Starten Sie die App neu; hilft das nicht, installieren Sie sie neu.</translation>
    </message>
    <message>
        <source>The Python that was chosen does not start.</source>
        <translation>Das gewählte Python startet nicht.</translation>
    </message>
    <message>
        <source>The Python {1} cannot make environments: its module venv is missing.</source>
        <translation>Das Python {1} kann keine Umgebungen anlegen: Ihm fehlt das Modul venv.</translation>
    </message>
    <message>
        <source>The Python {1} is of a kind for which there are no packages.</source>
        <translation>Das Python {1} ist von einer Art, für die es keine Pakete gibt.</translation>
    </message>
    <message>
        <source>The Python {1} is one of 32 bit; 64 bit are needed.</source>
        <translation>Das Python {1} hat 32 Bit; nötig sind 64 Bit.</translation>
    </message>
    <message>
        <source>The Python {1} is version {2}.</source>
        <translation>Das Python {1} hat die Version {2}.</translation>
    </message>
    <message>
        <source>The back-end does not answer in time.</source>
        <translation>Das Backend antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The back-end for this computer is not set up.</source>
        <translation>Das Backend für diesen Computer ist nicht eingerichtet.</translation>
    </message>
    <message>
        <source>The back-end names an address for its API that cannot be used.</source>
        <translation>Das Backend nennt für seine API eine Adresse, die nicht benutzt werden kann.</translation>
    </message>
    <message>
        <source>The back-end no longer has this file.</source>
        <translation>Das Backend hat diese Datei nicht mehr.</translation>
    </message>
    <message>
        <source>The back-end of this computer has stopped.</source>
        <translation>Das Backend dieses Computers ist stehen geblieben.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running.</source>
        <translation>Das Backend dieses Computers läuft nicht.</translation>
    </message>
    <message>
        <source>The back-end offers openEO {1}; this app needs version 1.</source>
        <translation>Das Backend bietet openEO {1}; diese App braucht Version 1.</translation>
    </message>
    <message>
        <source>The back-end sends files only whole, so there is no preview of this one.</source>
        <translation>Das Backend sendet Dateien nur ganz, daher gibt es von dieser keine Vorschau.</translation>
    </message>
    <message>
        <source>The beginning of the file is shown.</source>
        <translation>Der Anfang der Datei ist zu sehen.</translation>
    </message>
    <message>
        <source>The budget or credits are used up; see your account at the back-end.</source>
        <translation>Das Budget oder Guthaben ist aufgebraucht; sehen Sie in Ihr Konto beim Backend.</translation>
    </message>
    <message>
        <source>The certificate file {1} cannot be used.</source>
        <translation>Die Zertifikatsdatei {1} kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The code for {1} has expired.</source>
        <translation>Der Code für {1} ist abgelaufen.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {1}.</source>
        <translation>Die beschädigte Datei wurde als {1} aufgehoben.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {1}. What is missing is read from your back-ends again.</source>
        <translation>Die beschädigte Datei wurde als {1} aufgehoben. Was fehlt, wird neu von Ihren Backends gelesen.</translation>
    </message>
    <message>
        <source>The disk is full: {1} cannot be written to {2} ({3} free).</source>
        <translation>Die Platte ist voll: {1} kann nicht in {2} geschrieben werden ({3} frei).</translation>
    </message>
    <message>
        <source>The disk is too full: {1} are needed in {2}, {3} are free.</source>
        <translation>Die Platte ist zu voll: {1} werden in {2} gebraucht, {3} sind frei.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file does not match its checksum: damaged on the way, or at its source.</source>
        <translation>Die Datei passt nicht zu ihrer Prüfsumme: unterwegs beschädigt oder schon an der Quelle.</translation>
    </message>
    <message>
        <source>The file has no such band.</source>
        <translation>Die Datei hat kein solches Band.</translation>
    </message>
    <message>
        <source>The file has {1} bytes where the results say {2}.</source>
        <translation>Die Datei hat {1} Bytes, wo die Ergebnisse {2} nennen.</translation>
    </message>
    <message>
        <source>The file has {1} bytes where {2} were announced.</source>
        <translation>Die Datei hat {1} Bytes, wo {2} angekündigt waren.</translation>
    </message>
    <message>
        <source>The file on the back-end has changed meanwhile.</source>
        <translation>Die Datei auf dem Backend hat sich inzwischen geändert.</translation>
    </message>
    <message>
        <source>The file on the back-end is not the one that was begun.</source>
        <translation>Die Datei auf dem Backend ist nicht die, die begonnen wurde.</translation>
    </message>
    <message>
        <source>The file {1} cannot be written ({2}).</source>
        <translation>Die Datei {1} kann nicht geschrieben werden ({2}).</translation>
    </message>
    <message>
        <source>The file «{1}» cannot be read ({2}).</source>
        <translation>Die Datei «{1}» kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>The file «{1}» holds no text.</source>
        <translation>Die Datei «{1}» enthält keinen Text.</translation>
    </message>
    <message>
        <source>The file «{1}» is too large for a process graph (over 16 MB).</source>
        <translation>Die Datei «{1}» ist zu groß für einen Prozessgraphen (über 16 MB).</translation>
    </message>
    <message>
        <source>The first {1} rows are shown.</source>
        <translation>Die ersten {1} Zeilen sind zu sehen.</translation>
    </message>
    <message>
        <source>The folder {1} cannot be created ({2}).</source>
        <translation>Der Ordner {1} kann nicht angelegt werden ({2}).</translation>
    </message>
    <message>
        <source>The folder {1} cannot be read ({2}).</source>
        <translation>Der Ordner {1} kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>The folder {1} cannot be written.</source>
        <translation>In den Ordner {1} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder «{1}» cannot be read ({2}).</source>
        <translation>Der Ordner «{1}» kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>The history does not take notes any more.</source>
        <translation>Der Verlauf nimmt nichts mehr auf.</translation>
    </message>
    <message>
        <source>The history in {1} cannot be written ({2}).</source>
        <translation>Der Verlauf in {1} kann nicht geschrieben werden ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} could not be copied before it is led on ({2}).</source>
        <translation>Der Verlauf in {1} konnte vor dem Umstellen nicht kopiert werden ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} is damaged ({2}).</source>
        <translation>Der Verlauf in {1} ist beschädigt ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} was written by a newer version of openEO Desktop.</source>
        <translation>Der Verlauf in {1} wurde von einer neueren Version von openEO Desktop geschrieben.</translation>
    </message>
    <message>
        <source>The history was damaged and starts anew: nothing of it could be read.</source>
        <translation>Der Verlauf war beschädigt und beginnt neu: Nichts davon war lesbar.</translation>
    </message>
    <message>
        <source>The history was damaged. Everything in it could be saved.</source>
        <translation>Der Verlauf war beschädigt. Alles darin konnte gerettet werden.</translation>
    </message>
    <message>
        <source>The history was damaged. It could be saved in part: jobs: {1}, log entries: {2}.</source>
        <translation>Der Verlauf war beschädigt. Er konnte teilweise gerettet werden: Jobs: {1}, Logeinträge: {2}.</translation>
    </message>
    <message>
        <source>The identity of {1} cannot be verified ({2}).</source>
        <translation>Die Identität von {1} kann nicht geprüft werden ({2}).</translation>
    </message>
    <message>
        <source>The inner network of this computer (127.0.0.1) is off, or a firewall keeps programs from it. Let the app use it. {1}</source>
        <translation>Das innere Netz dieses Computers (127.0.0.1) ist aus, oder eine Firewall hält Programme davon fern. Erlauben Sie es der App. {1}</translation>
    </message>
    <message>
        <source>The job failed; its log tells more.</source>
        <translation>Der Job ist gescheitert; sein Log sagt mehr.</translation>
    </message>
    <message>
        <source>The job is looked at as soon as the back-end answers again.</source>
        <translation>Der Job wird angesehen, sobald das Backend wieder antwortet.</translation>
    </message>
    <message>
        <source>The job was read again: this was not done. Try again.</source>
        <translation>Der Job wurde neu gelesen: Das wurde nicht getan. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The job {1} at {2} is not in your list.</source>
        <translation>Der Job {1} bei {2} steht nicht in Ihrer Liste.</translation>
    </message>
    <message>
        <source>The job {1} is not known here.</source>
        <translation>Der Job {1} ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>The link leads to a job at {1}, where you have no account.</source>
        <translation>Der Link führt zu einem Job bei {1}, wo Sie kein Konto haben.</translation>
    </message>
    <message>
        <source>The listing of the back-end is not complete at the moment.</source>
        <translation>Die Auflistung des Backends ist zurzeit nicht vollständig.</translation>
    </message>
    <message>
        <source>The new job</source>
        <translation>Der neue Job</translation>
    </message>
    <message>
        <source>The packages for «This computer» cannot be fetched.</source>
        <translation>Die Pakete für «Diesen Computer» lassen sich nicht holen.</translation>
    </message>
    <message>
        <source>The packages for «This computer» could not be installed.</source>
        <translation>Die Pakete für «Diesen Computer» konnten nicht installiert werden.</translation>
    </message>
    <message>
        <source>The page of the releases gives no usable answer.</source>
        <translation>Die Seite der Veröffentlichungen gibt keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>Das Bild konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The picture is too large for the memory.</source>
        <translation>Das Bild ist zu groß für den Speicher.</translation>
    </message>
    <message>
        <source>The process of this job is nested too deeply to be shown.</source>
        <translation>Der Prozess dieses Jobs ist zu tief verschachtelt, um ihn zu zeigen.</translation>
    </message>
    <message>
        <source>The process of this job is not known here, and the job is no longer on the back-end.</source>
        <translation>Der Prozess dieses Jobs ist hier nicht bekannt, und den Job gibt es auf dem Backend nicht mehr.</translation>
    </message>
    <message>
        <source>The process of this job is too complex for an estimate.</source>
        <translation>Der Prozess dieses Jobs ist zu komplex für eine Schätzung.</translation>
    </message>
    <message>
        <source>The proxy of this computer does not lead to {1}.</source>
        <translation>Der Proxy dieses Computers führt nicht zu {1}.</translation>
    </message>
    <message>
        <source>The result has no such files.</source>
        <translation>Das Ergebnis hat keine solchen Dateien.</translation>
    </message>
    <message>
        <source>The rows and columns of this netCDF file are not its last dimensions.</source>
        <translation>Die Zeilen und Spalten dieser netCDF-Datei sind nicht ihre letzten Dimensionen.</translation>
    </message>
    <message>
        <source>The server does not say how large this file is.</source>
        <translation>Der Server sagt nicht, wie groß diese Datei ist.</translation>
    </message>
    <message>
        <source>The server sent less of the file than was asked for.</source>
        <translation>Der Server hat weniger von der Datei gesendet, als verlangt wurde.</translation>
    </message>
    <message>
        <source>The session at {1} is over.</source>
        <translation>Die Sitzung bei {1} ist vorbei.</translation>
    </message>
    <message>
        <source>The sign-in at {1} does not work: {2}.</source>
        <translation>Die Anmeldung bei {1} funktioniert nicht: {2}.</translation>
    </message>
    <message>
        <source>The sign-in in the browser was not finished in time.</source>
        <translation>Die Anmeldung im Browser wurde nicht rechtzeitig beendet.</translation>
    </message>
    <message>
        <source>The sign-in needs the port {1} of this computer, which cannot be used now.</source>
        <translation>Die Anmeldung braucht den Port {1} dieses Computers, der jetzt nicht benutzt werden kann.</translation>
    </message>
    <message>
        <source>The sign-in was denied at {1}.</source>
        <translation>Die Anmeldung wurde bei {1} verweigert.</translation>
    </message>
    <message>
        <source>The sign-in was denied at {1}: {2}.</source>
        <translation>Die Anmeldung wurde bei {1} verweigert: {2}.</translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation>In dieser Sitzung gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>There is no openEO back-end at {1}.</source>
        <translation>Bei {1} ist kein openEO-Backend.</translation>
    </message>
    <message>
        <source>There is no package for this system and this Python.</source>
        <translation>Für dieses System und dieses Python gibt es ein Paket nicht.</translation>
    </message>
    <message>
        <source>There is no password for {1}.</source>
        <translation>Für {1} gibt es kein Passwort.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>Es gibt noch kein Bild.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Es gibt keinen Text.</translation>
    </message>
    <message>
        <source>There is no user name.</source>
        <translation>Es gibt keinen Benutzernamen.</translation>
    </message>
    <message>
        <source>There is nothing in this file that can be drawn on a map.</source>
        <translation>In dieser Datei ist nichts, was auf einer Karte gezeichnet werden kann.</translation>
    </message>
    <message>
        <source>There is nothing to download.</source>
        <translation>Es gibt nichts herunterzuladen.</translation>
    </message>
    <message>
        <source>This JSON cannot be read: {1}.</source>
        <translation>Dieses JSON kann nicht gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>This JSON holds no process graph.</source>
        <translation>Dieses JSON enthält keinen Prozessgraphen.</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply for anything but text.</source>
        <translation>Dieses JSON ist zu tief verschachtelt und wird nur als Text gezeigt.</translation>
    </message>
    <message>
        <source>This JSON is too large for anything but text.</source>
        <translation>Dieses JSON ist zu groß und wird nur als Text gezeigt.</translation>
    </message>
    <message>
        <source>This Zarr folder holds nothing that can be shown as a picture.</source>
        <translation>Dieser Zarr-Ordner enthält nichts, was als Bild gezeigt werden kann.</translation>
    </message>
    <message>
        <source>This account is no longer there.</source>
        <translation>Dieses Konto gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This back-end</source>
        <translation>Dieses Backend</translation>
    </message>
    <message>
        <source>This back-end does not estimate jobs.</source>
        <translation>Dieses Backend schätzt keine Jobs.</translation>
    </message>
    <message>
        <source>This back-end does not let jobs be changed.</source>
        <translation>Dieses Backend lässt Jobs nicht ändern.</translation>
    </message>
    <message>
        <source>This back-end does not offer it.</source>
        <translation>Dieses Backend bietet das nicht.</translation>
    </message>
    <message>
        <source>This back-end gives no link by which results can be shared.</source>
        <translation>Dieses Backend gibt keinen Link zum Teilen von Ergebnissen.</translation>
    </message>
    <message>
        <source>This copy of the app has no back-end for this computer.</source>
        <translation>Diese Kopie der App hat kein Backend für diesen Computer.</translation>
    </message>
    <message>
        <source>This file cannot be looked at in this way.</source>
        <translation>Diese Datei kann nicht auf diese Weise betrachtet werden.</translation>
    </message>
    <message>
        <source>This file cannot be read: it is damaged, or its reader has a mistake.</source>
        <translation>Diese Datei kann nicht gelesen werden: Sie ist beschädigt, oder das Programm, das sie liest, hat einen Fehler.</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Diese Datei sagt nicht, wo auf der Erde sie liegt.</translation>
    </message>
    <message>
        <source>This file has ended the reader of previews before, so it is not tried again.</source>
        <translation>Diese Datei hat das Programm, das Vorschauen liest, schon früher beendet; sie wird daher nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>This file has no times.</source>
        <translation>Diese Datei hat keine Zeiten.</translation>
    </message>
    <message>
        <source>This file holds complex numbers, which are not shown here.</source>
        <translation>Diese Datei enthält komplexe Zahlen, die hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This file is being downloaded by another window or command.</source>
        <translation>Diese Datei wird von einem anderen Fenster oder Befehl heruntergeladen.</translation>
    </message>
    <message>
        <source>This file is damaged, or it is not what its name says.</source>
        <translation>Diese Datei ist beschädigt, oder sie ist nicht das, was ihr Name sagt.</translation>
    </message>
    <message>
        <source>This file is no longer among the results.</source>
        <translation>Diese Datei ist nicht mehr unter den Ergebnissen.</translation>
    </message>
    <message>
        <source>This file is no longer open.</source>
        <translation>Diese Datei ist nicht mehr geöffnet.</translation>
    </message>
    <message>
        <source>This file is no raster.</source>
        <translation>Diese Datei ist kein Raster.</translation>
    </message>
    <message>
        <source>This file is no text, and of no kind that can be shown here.</source>
        <translation>Diese Datei ist kein Text und von keiner Art, die hier gezeigt werden kann.</translation>
    </message>
    <message>
        <source>This file is too large to be shown before it is downloaded.</source>
        <translation>Diese Datei ist zu groß, um vor dem Herunterladen gezeigt zu werden.</translation>
    </message>
    <message>
        <source>This file is too large to be shown here.</source>
        <translation>Diese Datei ist zu groß, um sie hier zu zeigen.</translation>
    </message>
    <message>
        <source>This file lies at an address that cannot be downloaded ({1}).</source>
        <translation>Diese Datei liegt unter einer Adresse, von der nicht heruntergeladen werden kann ({1}).</translation>
    </message>
    <message>
        <source>This file takes too long to be read, so there is no preview of it.</source>
        <translation>Das Lesen dieser Datei dauert zu lange, daher gibt es keine Vorschau von ihr.</translation>
    </message>
    <message>
        <source>This folder cannot be read for a preview.</source>
        <translation>Dieser Ordner kann nicht für eine Vorschau gelesen werden.</translation>
    </message>
    <message>
        <source>This folder template cannot be used.</source>
        <translation>Diese Ordnervorlage kann nicht benutzt werden.</translation>
    </message>
    <message>
        <source>This is Zarr of version 3, which is not shown here.</source>
        <translation>Das ist Zarr der Version 3, das hier nicht gezeigt wird.</translation>
    </message>
    <message>
        <source>This is a GRIB file, which is not shown here.</source>
        <translation>Das ist eine GRIB-Datei; solche werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>This is a Parquet file, which is not shown here.</source>
        <translation>Das ist eine Parquet-Datei; solche werden hier nicht gezeigt.</translation>
    </message>
    <message>
        <source>This is a failure of the back-end; try again, then tell its support.</source>
        <translation>Das ist ein Fehler des Backends; versuchen Sie es noch einmal, und sagen Sie es dann seinem Support.</translation>
    </message>
    <message>
        <source>This is a file of vector features that is not shown here.</source>
        <translation>Das ist eine Datei mit Vektordaten, die hier nicht gezeigt wird.</translation>
    </message>
    <message>
        <source>This is an archive of files.</source>
        <translation>Das ist ein Archiv von Dateien.</translation>
    </message>
    <message>
        <source>This is no line.</source>
        <translation>Das ist keine Linie.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Das ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>This is not a link to a job.</source>
        <translation>Das ist kein Link zu einem Job.</translation>
    </message>
    <message>
        <source>This is not the ID of a job.</source>
        <translation>Das ist nicht die ID eines Jobs.</translation>
    </message>
    <message>
        <source>This is not valid JSON: {1}.</source>
        <translation>Das ist kein gültiges JSON: {1}.</translation>
    </message>
    <message>
        <source>This job was canceled before it wrote any file.</source>
        <translation>Dieser Job wurde gestoppt, bevor er eine Datei schrieb.</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Diese Art von Datei kann hier nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>This netCDF file holds nothing that can be shown as a picture.</source>
        <translation>Diese netCDF-Datei enthält nichts, was als Bild gezeigt werden kann.</translation>
    </message>
    <message>
        <source>This place is outside of the picture.</source>
        <translation>Diese Stelle liegt außerhalb des Bildes.</translation>
    </message>
    <message>
        <source>This process is nested too deeply for Python.</source>
        <translation>Dieser Prozess ist für Python zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>This process is nested too deeply to be written as code.</source>
        <translation>Dieser Prozess ist zu tief verschachtelt, um als Code geschrieben zu werden.</translation>
    </message>
    <message>
        <source>This sign-in belongs to {1}, but the account is {2}&apos;s.</source>
        <translation>Diese Anmeldung gehört {1}, das Konto aber {2}.</translation>
    </message>
    <message>
        <source>This text is too large for a process graph (over 16 MB).</source>
        <translation>Dieser Text ist zu groß für einen Prozessgraphen (über 16 MB).</translation>
    </message>
    <message>
        <source>This way to sign in needs a client id and a client secret.</source>
        <translation>Diese Anmeldeart braucht Client-ID und Client-Geheimnis.</translation>
    </message>
    <message>
        <source>This way to sign in needs a person.</source>
        <translation>Diese Anmeldeart braucht eine Person.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, check the network.</source>
        <translation>Versuchen Sie es gleich noch einmal; bleibt es so, prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, close the other one.</source>
        <translation>Versuchen Sie es gleich noch einmal; bleibt es so, schließen Sie das andere.</translation>
    </message>
    <message>
        <source>Try again, and allow it there, or sign in as somebody else.</source>
        <translation>Versuchen Sie es noch einmal und erlauben Sie es dort, oder melden Sie sich als jemand anderes an.</translation>
    </message>
    <message>
        <source>Try again, or another way to sign in.</source>
        <translation>Versuchen Sie es noch einmal, oder eine andere Anmeldeart.</translation>
    </message>
    <message>
        <source>Try again, or choose another Python.</source>
        <translation>Versuchen Sie es noch einmal, oder wählen Sie ein anderes Python.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again: it is fetched from its beginning.</source>
        <translation>Versuchen Sie es noch einmal: Sie wird von vorn geholt.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, tell the support of the back-end.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, sagen Sie es dem Support des Backends.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask who runs the network.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, fragen Sie, wer das Netz betreibt.</translation>
    </message>
    <message>
        <source>Try again; tell the back-end&apos;s support if it stays so.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es so, sagen Sie es dem Support des Backends.</translation>
    </message>
    <message>
        <source>Try it on a small area first and look at the costs of that job.</source>
        <translation>Probieren Sie ihn zuerst auf einem kleinen Gebiet, und sehen Sie sich die Kosten jenes Jobs an.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Geben Sie einen ein.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Entsperren Sie ihn, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>Unpack it, then open the files that are in it.</source>
        <translation>Entpacken Sie es und öffnen Sie dann die Dateien darin.</translation>
    </message>
    <message>
        <source>Update the app, or start it with another --profile.</source>
        <translation>Aktualisieren Sie die App, oder starten Sie sie mit einem anderen --profile.</translation>
    </message>
    <message>
        <source>Update this app, then import it again.</source>
        <translation>Aktualisieren Sie diese App, dann importieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Use the openEO Web Editor for this back-end, or add another one.</source>
        <translation>Nehmen Sie für dieses Backend den openEO Web Editor, oder fügen Sie ein anderes hinzu.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Warten Sie einen Moment.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Warten Sie, bis sie fertig ist.</translation>
    </message>
    <message>
        <source>Wait until it is shown.</source>
        <translation>Warten Sie, bis es gezeigt wird.</translation>
    </message>
    <message>
        <source>What starts with the computer could not be changed ({1}).</source>
        <translation>Was mit dem Computer startet, konnte nicht geändert werden ({1}).</translation>
    </message>
    <message>
        <source>Your account may not do this; ask the back-end&apos;s support.</source>
        <translation>Ihr Konto darf das nicht; fragen Sie den Support des Backends.</translation>
    </message>
    <message>
        <source>Your account there may not be approved yet; ask the back-end&apos;s support.</source>
        <translation>Ihr Konto dort ist vielleicht noch nicht freigegeben; fragen Sie den Support des Backends.</translation>
    </message>
    <message>
        <source>Your provider or back-end gives them out for a client of your own.</source>
        <translation>Ihr Anbieter oder Backend gibt sie für einen eigenen Client aus.</translation>
    </message>
    <message>
        <source>it answers in the name of another provider</source>
        <translation>er antwortet im Namen eines anderen Anbieters</translation>
    </message>
    <message>
        <source>it does not name its providers</source>
        <translation>er nennt seine Anbieter nicht</translation>
    </message>
    <message>
        <source>it gave a token of another kind than «bearer»</source>
        <translation>er gab ein Token von anderer Art als «bearer»</translation>
    </message>
    <message>
        <source>it gave no code to type</source>
        <translation>er gab keinen Code zum Eintippen</translation>
    </message>
    <message>
        <source>it gave no device code</source>
        <translation>er gab keinen Gerätecode</translation>
    </message>
    <message>
        <source>it gave no token that can be used</source>
        <translation>er gab kein brauchbares Token</translation>
    </message>
    <message>
        <source>it names a page that must not be opened</source>
        <translation>er nennt eine Seite, die nicht geöffnet werden darf</translation>
    </message>
    <message>
        <source>it names an address that is not an encrypted one (https)</source>
        <translation>er nennt eine Adresse, die nicht verschlüsselt ist (https)</translation>
    </message>
    <message>
        <source>it names no address to get a token from</source>
        <translation>er nennt keine Adresse, die ein Token gibt</translation>
    </message>
    <message>
        <source>it redirects a request that must not be redirected</source>
        <translation>er leitet eine Anfrage um, die nicht umgeleitet werden darf</translation>
    </message>
    <message>
        <source>it stopped answering</source>
        <translation>die Antworten blieben aus</translation>
    </message>
    <message>
        <source>its address is not an encrypted one (https)</source>
        <translation>seine Adresse ist nicht verschlüsselt (https)</translation>
    </message>
    <message>
        <source>its answer belongs to another sign-in</source>
        <translation>seine Antwort gehört zu einer anderen Anmeldung</translation>
    </message>
    <message>
        <source>its answer is no JSON object</source>
        <translation>seine Antwort ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its answer is too large</source>
        <translation>seine Antwort ist zu groß</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>das Zertifikat ist abgelaufen</translation>
    </message>
    <message>
        <source>its certificate is for another name</source>
        <translation>das Zertifikat gilt für einen anderen Namen</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>keine Verbindung</translation>
    </message>
    <message>
        <source>nobody whom this computer trusts has signed its certificate</source>
        <translation>niemand, dem dieser Computer vertraut, hat das Zertifikat unterschrieben</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>dort nimmt niemand an</translation>
    </message>
    <message>
        <source>the answer in the browser came from somebody else</source>
        <translation>die Antwort im Browser kam von jemand anderem</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>there is no such name, or no network</source>
        <translation>diesen Namen gibt es nicht, oder es gibt kein Netz</translation>
    </message>
    <message>
        <source>{1} It is not known yet whether the back-end did what was asked.</source>
        <translation>{1} Noch ist nicht bekannt, ob das Backend das Gewünschte getan hat.</translation>
    </message>
    <message>
        <source>{1} It is not known yet whether the job was created.</source>
        <translation>{1} Noch ist nicht bekannt, ob der Job erstellt wurde.</translation>
    </message>
    <message>
        <source>{1} answered the sign-in with HTTP status {2}.</source>
        <translation>{1} hat auf die Anmeldung mit HTTP-Status {2} geantwortet.</translation>
    </message>
    <message>
        <source>{1} answered with HTTP status {2}.</source>
        <translation>{1} antwortete mit dem HTTP-Status {2}.</translation>
    </message>
    <message>
        <source>{1} answers with something that cannot be read.</source>
        <translation>{1} antwortet mit etwas, das nicht gelesen werden kann.</translation>
    </message>
    <message>
        <source>{1} asks for patience.</source>
        <translation>{1} bittet um Geduld.</translation>
    </message>
    <message>
        <source>{1} asks for sign-in.</source>
        <translation>{1} verlangt eine Anmeldung.</translation>
    </message>
    <message>
        <source>{1} cannot be reached ({2}).</source>
        <translation>{1} ist nicht erreichbar ({2}).</translation>
    </message>
    <message>
        <source>{1} cannot be read ({2}).</source>
        <translation>{1} kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>{1} cannot be written to {2}: {3}.</source>
        <translation>{1} kann nicht in {2} geschrieben werden: {3}.</translation>
    </message>
    <message>
        <source>{1} cannot sign in anybody right now (HTTP status {2}).</source>
        <translation>{1} kann gerade niemanden anmelden (HTTP-Status {2}).</translation>
    </message>
    <message>
        <source>{1} did not answer in JSON.</source>
        <translation>{1} hat nicht in JSON geantwortet.</translation>
    </message>
    <message>
        <source>{1} does not accept this client.</source>
        <translation>{1} nimmt diesen Client nicht an.</translation>
    </message>
    <message>
        <source>{1} does not accept this client: {2}.</source>
        <translation>{1} nimmt diesen Client nicht an: {2}.</translation>
    </message>
    <message>
        <source>{1} does not accept this sign-in.</source>
        <translation>{1} nimmt diese Anmeldung nicht an.</translation>
    </message>
    <message>
        <source>{1} does not accept this user name and password.</source>
        <translation>{1} nimmt diesen Benutzernamen und dieses Passwort nicht an.</translation>
    </message>
    <message>
        <source>{1} does not answer in time.</source>
        <translation>{1} antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>{1} does not give this file (HTTP {2}).</source>
        <translation>{1} gibt diese Datei nicht her (HTTP {2}).</translation>
    </message>
    <message>
        <source>{1} does not offer the sign-in by a code.</source>
        <translation>{1} bietet die Anmeldung mit einem Code nicht.</translation>
    </message>
    <message>
        <source>{1} does not offer the sign-in in the browser for this application.</source>
        <translation>{1} bietet die Anmeldung im Browser für diese Anwendung nicht.</translation>
    </message>
    <message>
        <source>{1} does not start.</source>
        <translation>{1} startet nicht.</translation>
    </message>
    <message>
        <source>{1} is disabled.</source>
        <translation>{1} ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>{1} is no Python that can be used.</source>
        <translation>{1} ist kein Python, das benutzt werden kann.</translation>
    </message>
    <message>
        <source>{1} is no longer there.</source>
        <translation>{1} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>{1} is not a history that openEO Desktop has exported.</source>
        <translation>{1} ist kein Verlauf, den openEO Desktop exportiert hat.</translation>
    </message>
    <message>
        <source>{1} is signed out.</source>
        <translation>{1} ist abgemeldet.</translation>
    </message>
    <message>
        <source>{1} knows no job «{2}».</source>
        <translation>{1} kennt keinen Job «{2}».</translation>
    </message>
    <message>
        <source>{1} lines are shown; the file has more.</source>
        <translation>{1} Linien sind zu sehen; die Datei hat mehr.</translation>
    </message>
    <message>
        <source>{1} of {2} lines are shown.</source>
        <translation>{1} von {2} Linien sind zu sehen.</translation>
    </message>
    <message>
        <source>{1} of {2} shapes are shown.</source>
        <translation>{1} von {2} Formen sind zu sehen.</translation>
    </message>
    <message>
        <source>{1} offers no batch jobs, and this app is for batch jobs.</source>
        <translation>{1} bietet keine Batch-Jobs, und für die ist diese App da.</translation>
    </message>
    <message>
        <source>{1} offers no client for this way to sign in.</source>
        <translation>{1} bietet für diese Anmeldeart keinen Client.</translation>
    </message>
    <message>
        <source>{1} redirects a request that must not be redirected.</source>
        <translation>{1} leitet eine Anfrage um, die nicht umgeleitet werden darf.</translation>
    </message>
    <message>
        <source>{1} redirects again and again.</source>
        <translation>{1} leitet immer wieder um.</translation>
    </message>
    <message>
        <source>{1} redirects to an address that is not safe to follow.</source>
        <translation>{1} leitet zu einer Adresse um, der zu folgen nicht sicher ist.</translation>
    </message>
    <message>
        <source>{1} refused the sign-in.</source>
        <translation>{1} hat die Anmeldung verweigert.</translation>
    </message>
    <message>
        <source>{1} refused the sign-in: {2}.</source>
        <translation>{1} hat die Anmeldung abgelehnt: {2}.</translation>
    </message>
    <message>
        <source>{1} sends almost nothing any more.</source>
        <translation>{1} sendet fast nichts mehr.</translation>
    </message>
    <message>
        <source>{1} stopped after {2} of {3} bytes.</source>
        <translation>{1} hat nach {2} von {3} Bytes aufgehört.</translation>
    </message>
    <message>
        <source>{1} was changed since it was downloaded.</source>
        <translation>{1} wurde seit dem Herunterladen geändert.</translation>
    </message>
    <message>
        <source>{1} was changed while it was downloaded.</source>
        <translation>{1} wurde während des Herunterladens geändert.</translation>
    </message>
    <message>
        <source>{1} was removed; only its jobs are here.</source>
        <translation>{1} wurde entfernt; nur seine Jobs sind hier.</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of openEO Desktop.</source>
        <translation>{1} wurde von einer neueren Version von openEO Desktop geschrieben.</translation>
    </message>
    <message>
        <source>«This computer» needs Python 3.11 to 3.14, which was not found here.</source>
        <translation>«Dieser Computer» braucht Python 3.11 bis 3.14; es wurde hier nicht gefunden.</translation>
    </message>
    <message>
        <source>«{1}» is no longer in its folder.</source>
        <translation>«{1}» ist nicht mehr im Ordner.</translation>
    </message>
    <message>
        <source>«{1}» is no map.</source>
        <translation>«{1}» ist keine Karte.</translation>
    </message>
    <message>
        <source>«{1}» is not a valid address.</source>
        <translation>«{1}» ist keine gültige Adresse.</translation>
    </message>
    <message>
        <source>«{1}» is not an address.</source>
        <translation>«{1}» ist keine Adresse.</translation>
    </message>
    <message>
        <source>«{1}» was changed elsewhere while it waited; it was not started.</source>
        <translation>«{1}» wurde anderswo geändert, während er wartete; er wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>«{1}» was not changed: the back-end did not get it, or did not answer.</source>
        <translation>«{1}» wurde nicht geändert: Das Backend hat es nicht bekommen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>«{1}» was not created: the back-end did not get it, or did not answer.</source>
        <translation>«{1}» wurde nicht erstellt: Das Backend hat es nicht bekommen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>«{1}» was not deleted: the back-end did not get it, or did not answer.</source>
        <translation>«{1}» wurde nicht gelöscht: Das Backend hat es nicht bekommen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>«{1}» was not started: the back-end did not get it, or did not answer.</source>
        <translation>«{1}» wurde nicht gestartet: Das Backend hat es nicht bekommen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>«{1}» was not stopped: the back-end did not get it, or did not answer.</source>
        <translation>«{1}» wurde nicht gestoppt: Das Backend hat es nicht bekommen oder nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check the address and the network connection, then try again.</source>
        <translation>Prüfen Sie die Adresse und die Netzwerkverbindung und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is a program on this computer: check that it runs, and its port.</source>
        <translation>Es ist ein Programm auf diesem Computer: Prüfen Sie, ob es läuft, und seinen Port.</translation>
    </message>
</context>
</TS>
