<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Account…</source>
        <translation>Compte…</translation>
    </message>
    <message>
        <source>List its jobs again</source>
        <translation>Lister à nouveau ses jobs</translation>
    </message>
    <message>
        <source>Automatic downloads…</source>
        <translation>Téléchargements automatiques…</translation>
    </message>
    <message>
        <source>Start the back-end again</source>
        <translation>Redémarrer le back-end</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Se connecter…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Move up	Alt+Up</source>
        <translation>Monter	Alt+Up</translation>
    </message>
    <message>
        <source>Move down	Alt+Down</source>
        <translation>Descendre	Alt+Down</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>This computer needs no sign-in.</source>
        <translation>Cet ordinateur n’a pas besoin de connexion.</translation>
    </message>
    <message>
        <source>The back-end of this computer is running.</source>
        <translation>Le back-end de cet ordinateur est en marche.</translation>
    </message>
    <message>
        <source>There is no session.</source>
        <translation>Il n’y a pas de session.</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Not asked yet, paused</source>
        <translation>Pas encore interrogé, en pause</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Pas encore interrogé</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>Hors ligne depuis {time}</translation>
    </message>
    <message>
        <source>Sign in again to go on</source>
        <translation>Reconnectez-vous pour continuer</translation>
    </message>
    <message>
        <source>Trouble with this back-end</source>
        <translation>Problème avec ce back-end</translation>
    </message>
    <message>
        <source>A mistake in the app</source>
        <translation>Une erreur dans l’application</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>History only</source>
        <translation>Historique seul</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>À l’arrêt</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>En ligne</translation>
    </message>
    <message>
        <source>Not asked since the start.</source>
        <translation>Pas interrogé depuis le démarrage.</translation>
    </message>
    <message>
        <source>The back-end does not answer. Its history stays readable.</source>
        <translation>Le back-end ne répond pas. Son historique reste lisible.</translation>
    </message>
    <message>
        <source>Sign in again to go on. Its history stays readable.</source>
        <translation>Reconnectez-vous pour continuer. Son historique reste lisible.</translation>
    </message>
    <message>
        <source>Signed out. Its history stays readable.</source>
        <translation>Déconnecté. Son historique reste lisible.</translation>
    </message>
    <message>
        <source>The back-end answers with errors.</source>
        <translation>Le back-end répond par des erreurs.</translation>
    </message>
    <message>
        <source>Not asked: something went wrong inside the app. Try again.</source>
        <translation>Non interrogé : une erreur s’est produite dans l’application. Réessayez.</translation>
    </message>
    <message>
        <source>Switched off: nothing is asked of this back-end.</source>
        <translation>Désactivé&#x202f;: rien n’est demandé à ce back-end.</translation>
    </message>
    <message>
        <source>Removed; the history of its jobs was kept.</source>
        <translation>Retiré&#x202f;; l’historique de ses jobs a été gardé.</translation>
    </message>
    <message>
        <source>Not running. Its history stays readable.</source>
        <translation>À l’arrêt. Son historique reste lisible.</translation>
    </message>
    <message>
        <source>Not asked since the start: the synchronisation is paused.</source>
        <translation>Pas interrogé depuis le démarrage&#x202f;: la synchronisation est en pause.</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>Nom d’utilisateur et mot de passe</translation>
    </message>
    <message>
        <source>{provider}, by a code</source>
        <translation>{provider}, par un code</translation>
    </message>
    <message>
        <source>{provider}, in the browser</source>
        <translation>{provider}, dans le navigateur</translation>
    </message>
    <message>
        <source>Client credentials at {provider}</source>
        <translation>Identifiants client chez {provider}</translation>
    </message>
    <message>
        <source>User: {user}</source>
        <translation>Utilisateur&#x202f;: {user}</translation>
    </message>
    <message>
        <source>Jobs last listed: {time}</source>
        <translation>Jobs listés pour la dernière fois&#x202f;: {time}</translation>
    </message>
    <message>
        <source>No account yet</source>
        <translation>Pas encore de compte</translation>
    </message>
    <message>
        <source>1 account</source>
        <translation>1 compte</translation>
    </message>
    <message>
        <source>{count} accounts</source>
        <translation>{count} comptes</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>{count} online</source>
        <translation>{count} en ligne</translation>
    </message>
    <message>
        <source>{count} to sign in</source>
        <translation>{count} à connecter</translation>
    </message>
    <message>
        <source>{count} not asked yet</source>
        <translation>{count} pas encore interrogé(s)</translation>
    </message>
    <message>
        <source>{count} offline</source>
        <translation>{count} hors ligne</translation>
    </message>
    <message>
        <source>{count} with errors</source>
        <translation>{count} avec erreurs</translation>
    </message>
    <message>
        <source>{count} not reached by a mistake in the app</source>
        <translation>{count} non joints à cause d’une erreur dans l’application</translation>
    </message>
    <message>
        <source>{count} switched off</source>
        <translation>{count} désactivé(s)</translation>
    </message>
    <message>
        <source>synchronising…</source>
        <translation>synchronisation…</translation>
    </message>
    <message>
        <source>checked {time}</source>
        <translation>vérifié {time}</translation>
    </message>
    <message>
        <source>synchronised {time}</source>
        <translation>synchronisé {time}</translation>
    </message>
    <message>
        <source>{count} s ago</source>
        <translation>il y a {count} s</translation>
    </message>
    <message>
        <source>{account}: all jobs listed {time}</source>
        <translation>{account}&#x202f;: tous les jobs listés {time}</translation>
    </message>
    <message>
        <source>what changes was checked {time}</source>
        <translation>ce qui change a été vérifié {time}</translation>
    </message>
    <message>
        <source>Trust a certificate file</source>
        <translation>Accepter un fichier de certificats</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>Certificats (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Only the certificates of the system are trusted now.</source>
        <translation>Seuls les certificats du système sont désormais acceptés.</translation>
    </message>
    <message>
        <source>The certificates in {name} are trusted from now on.</source>
        <translation>Les certificats de {name} sont désormais acceptés.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>User ID</source>
        <translation>Identifiant utilisateur</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Forfait</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Retirer le compte</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove with its history</source>
        <translation>Retirer avec son historique</translation>
    </message>
    <message>
        <source>Remove the account «{title}»?</source>
        <translation>Retirer le compte «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Remove the history of «{title}»?</source>
        <translation>Retirer l’historique de «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>The jobs on the back-end and downloaded files stay.</source>
        <translation>Les jobs sur le back-end et les fichiers téléchargés restent.</translation>
    </message>
    <message>
        <source>The history of {jobs} goes for good.</source>
        <translation>L’historique de {jobs} disparaît pour de bon.</translation>
    </message>
    <message>
        <source>You are signed out, and the sign-in is forgotten.</source>
        <translation>Vous êtes déconnecté, et la connexion est oubliée.</translation>
    </message>
    <message>
        <source>The history of {jobs} on this computer can stay readable, or go as well.</source>
        <translation>L’historique de {jobs} sur cet ordinateur peut rester lisible, ou disparaître aussi.</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 job</translation>
    </message>
    <message>
        <source>{count} jobs</source>
        <translation>{count} jobs</translation>
    </message>
    <message>
        <source>This address is not encrypted (http): others on the way can read how you sign in, and your data. Ask the provider for an https address.</source>
        <translation>Cette adresse n’est pas chiffrée (http)&#x202f;: d’autres sur le trajet peuvent lire comment vous vous connectez, et vos données. Demandez une adresse https au fournisseur.</translation>
    </message>
    <message>
        <source>This back-end has no batch jobs, and this app is for batch jobs. You can use it in the openEO Web Editor, or choose another back-end here.</source>
        <translation>Ce back-end n’a pas de jobs, et cette application est faite pour les jobs. Vous pouvez l’utiliser dans l’openEO Web Editor, ou choisir un autre back-end ici.</translation>
    </message>
    <message>
        <source>This back-end offers no way to sign in that this app knows. Ask the people who run it, or choose another back-end.</source>
        <translation>Ce back-end n’offre aucune façon de se connecter que cette application connaisse. Demandez à ses responsables, ou choisissez un autre back-end.</translation>
    </message>
    <message>
        <source>This back-end says of itself that it is not for production: it may change, or lose jobs, without notice.</source>
        <translation>Ce back-end dit de lui-même qu’il n’est pas fait pour la production&#x202f;: il peut changer, ou perdre des jobs, sans prévenir.</translation>
    </message>
    <message>
        <source>Client credentials, for programs</source>
        <translation>Identifiants client, pour les programmes</translation>
    </message>
    <message>
        <source>Own client ID, by a code</source>
        <translation>Identifiant client à vous, par un code</translation>
    </message>
    <message>
        <source>Own client ID, in the browser</source>
        <translation>Identifiant client à vous, dans le navigateur</translation>
    </message>
    <message>
        <source>For programs and services: the client itself signs in, no person does.</source>
        <translation>Pour les programmes et services&#x202f;: le client lui-même se connecte, pas une personne.</translation>
    </message>
    <message>
        <source>You sign in on a page of {provider}, with a code that you get here: in the browser of this computer or on your phone. This app never sees your password.</source>
        <translation>Vous vous connectez sur une page de {provider}, avec un code que vous recevez ici&#x202f;: dans le navigateur de cet ordinateur ou sur votre téléphone. Cette application ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>Your browser opens a page of {provider}; sign in there and come back. This app never sees your password.</source>
        <translation>Votre navigateur ouvre une page de {provider}&#x202f;; connectez-vous là et revenez. Cette application ne voit jamais votre mot de passe.</translation>
    </message>
    <message>
        <source>The account of this is no longer there.</source>
        <translation>Le compte correspondant n’est plus là.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running.</source>
        <translation>Le back-end de cet ordinateur n’est pas en marche.</translation>
    </message>
    <message>
        <source>Sign in to «{account}» first.</source>
        <translation>Connectez-vous d’abord à «&#xa0;{account}&#xa0;».</translation>
    </message>
    <message>
        <source>Needs the network: «{account}» is offline since {time}.</source>
        <translation>Il faut le réseau&#x202f;: «&#xa0;{account}&#xa0;» est hors ligne depuis {time}.</translation>
    </message>
    <message>
        <source>Signing in to «{account}»…</source>
        <translation>Connexion à «&#xa0;{account}&#xa0;»…</translation>
    </message>
    <message>
        <source>«{account}» is switched off. Switch it on first.</source>
        <translation>«&#xa0;{account}&#xa0;» est désactivé. Activez-le d’abord.</translation>
    </message>
    <message>
        <source>Only the history of «{account}» is here.</source>
        <translation>Seul l’historique de «&#xa0;{account}&#xa0;» est ici.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running</source>
        <translation>Le back-end de cet ordinateur n’est pas en marche</translation>
    </message>
    <message>
        <source>Not started.</source>
        <translation>Pas démarré.</translation>
    </message>
    <message>
        <source>Not stopped.</source>
        <translation>Pas arrêté.</translation>
    </message>
    <message>
        <source>Not deleted.</source>
        <translation>Pas supprimé.</translation>
    </message>
    <message>
        <source>Not changed.</source>
        <translation>Pas modifié.</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Attente</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Démarré</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fini</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Mis à jour</translation>
    </message>
    <message>
        <source>Log level</source>
        <translation>Niveau du journal</translation>
    </message>
    <message>
        <source>{costs} of {budget}</source>
        <translation>{costs} sur {budget}</translation>
    </message>
    <message>
        <source>Back-ends</source>
        <translation>Back-ends</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Pas joints</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>{percent}, says the back-end</source>
        <translation>{percent} selon le back-end</translation>
    </message>
    <message>
        <source>waiting for {time}</source>
        <translation>en attente depuis {time}</translation>
    </message>
    <message>
        <source>Waiting for a place: the back-end runs no more of your jobs at once. It is started as soon as one of them ends; Stop takes it out of the queue.</source>
        <translation>Attend une place&#x202f;: le back-end n’exécute pas plus de vos jobs à la fois. Il est démarré dès que l’un d’eux se termine&#x202f;; Arrêter le sort de la file.</translation>
    </message>
    <message>
        <source>Being created; the back-end has not answered yet.</source>
        <translation>En cours de création&#x202f;; le back-end n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>This job was not created at the back-end. What it was to be is kept here.</source>
        <translation>Ce job n’a pas été créé sur le back-end. Ce qu’il devait être est gardé ici.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end. What is known of it is kept here.</source>
        <translation>Ce job n’est plus sur le back-end. Ce qu’on en sait est gardé ici.</translation>
    </message>
    <message>
        <source>Not started yet.</source>
        <translation>Pas encore démarré.</translation>
    </message>
    <message>
        <source>Stopped before it finished. It can be started again.</source>
        <translation>Arrêté avant la fin. Il peut être démarré à nouveau.</translation>
    </message>
    <message>
        <source>running for {time}</source>
        <translation>en cours depuis {time}</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>En cours depuis</translation>
    </message>
    <message>
        <source>Ran for</source>
        <translation>Durée d’exécution</translation>
    </message>
    <message>
        <source>Costs so far</source>
        <translation>Coûts jusqu’ici</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Coûts</translation>
    </message>
    <message>
        <source>Open a page of {host}?</source>
        <translation>Ouvrir une page de {host}&#x202f;?</translation>
    </message>
    <message>
        <source>The link comes from the back-end: {address}</source>
        <translation>Le lien vient du back-end&#x202f;: {address}</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>{title}, at {host}</source>
        <translation>{title}, sur {host}</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Temps écoulé</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Disque</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Sentinel Hub</source>
        <translation>Sentinel Hub</translation>
    </message>
    <message>
        <source>Graphics processor</source>
        <translation>Processeur graphique</translation>
    </message>
    <message>
        <source>Pixels read</source>
        <translation>Pixels lus</translation>
    </message>
    <message>
        <source>Most memory at once</source>
        <translation>Mémoire maximale</translation>
    </message>
    <message>
        <source>GB-hours</source>
        <translation>Go-heures</translation>
    </message>
    <message>
        <source>processing units</source>
        <translation>unités de traitement</translation>
    </message>
    <message>
        <source>megapixels</source>
        <translation>mégapixels</translation>
    </message>
    <message>
        <source>No file is being downloaded.</source>
        <translation>Aucun fichier n’est téléchargé.</translation>
    </message>
    <message>
        <source>The file is here already.</source>
        <translation>Le fichier est déjà ici.</translation>
    </message>
    <message>
        <source>All {count} files are here already.</source>
        <translation>Les {count} fichiers sont déjà ici.</translation>
    </message>
    <message>
        <source>1 file is being downloaded</source>
        <translation>1 fichier est en cours de téléchargement</translation>
    </message>
    <message>
        <source>{count} files are being downloaded</source>
        <translation>{count} fichiers sont en cours de téléchargement</translation>
    </message>
    <message>
        <source>1 is here already</source>
        <translation>1 est déjà ici</translation>
    </message>
    <message>
        <source>{count} are here already</source>
        <translation>{count} sont déjà ici</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivés</translation>
    </message>
    <message>
        <source>role {roles}</source>
        <translation>rôle {roles}</translation>
    </message>
    <message>
        <source>named {pattern}</source>
        <translation>nommés {pattern}</translation>
    </message>
    <message>
        <source>All files of jobs that finish</source>
        <translation>Tous les fichiers des jobs qui se terminent</translation>
    </message>
    <message>
        <source>When finished</source>
        <translation>À la fin</translation>
    </message>
    <message>
        <source>When finished: {rule}</source>
        <translation>À la fin&#x202f;: {rule}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} fichiers</translation>
    </message>
    <message>
        <source>{files} of unknown size</source>
        <translation>{files} de taille inconnue</translation>
    </message>
    <message>
        <source>{files}, {size}</source>
        <translation>{files}, {size}</translation>
    </message>
    <message>
        <source>{files}, at least {size}</source>
        <translation>{files}, au moins {size}</translation>
    </message>
    <message>
        <source>{size} free there</source>
        <translation>{size} libres là</translation>
    </message>
    <message>
        <source>There is not enough space: {needed} are needed, {free} are free. Choose another folder, or fewer files.</source>
        <translation>Il n’y a pas assez de place&#x202f;: il faut {needed}, {free} sont libres. Choisissez un autre dossier, ou moins de fichiers.</translation>
    </message>
    <message>
        <source>Cancel {count} downloads?</source>
        <translation>Annuler {count} téléchargements&#x202f;?</translation>
    </message>
    <message>
        <source>Cancel the download of «{name}»?</source>
        <translation>Annuler le téléchargement de «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>{size} that have arrived are deleted. To go on later, pause the download instead.</source>
        <translation>{size} déjà arrivés sont supprimés. Pour continuer plus tard, mettez plutôt le téléchargement en pause.</translation>
    </message>
    <message>
        <source>Cancel download</source>
        <translation>Annuler le téléchargement</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Delete {count} files?</source>
        <translation>Supprimer {count} fichiers&#x202f;?</translation>
    </message>
    <message>
        <source>Delete «{name}»?</source>
        <translation>Supprimer «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>{count} folders</source>
        <translation>{count} dossiers</translation>
    </message>
    <message>
        <source>{size} are deleted from {folder}, not only from this list. As long as the back-end keeps the results, they can be downloaded again.</source>
        <translation>{size} sont supprimés de {folder}, pas seulement de cette liste. Tant que le back-end garde les résultats, ils peuvent être téléchargés à nouveau.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Débit</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>{done} of {files}</source>
        <translation>{done} sur {files}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} à traiter</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>Failed: {reason}</source>
        <translation>Échoué&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Paused: {reason}</source>
        <translation>En pause&#x202f;: {reason}</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Verifying</source>
        <translation>Vérification</translation>
    </message>
    <message>
        <source>Waits for sign-in</source>
        <translation>Attend la connexion</translation>
    </message>
    <message>
        <source>Waits for space on the disk</source>
        <translation>Attend de la place sur le disque</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Downloaded, not verified</source>
        <translation>Téléchargé, non vérifié</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Téléchargé</translation>
    </message>
    <message>
        <source>Next try: {time}</source>
        <translation>Prochain essai&#x202f;: {time}</translation>
    </message>
    <message>
        <source>Tries so far: {count}</source>
        <translation>Essais jusqu’ici&#x202f;: {count}</translation>
    </message>
    <message>
        <source>The file is complete; its checksum is the one the back-end gives.</source>
        <translation>Le fichier est complet&#x202f;; sa somme de contrôle est celle que donne le back-end.</translation>
    </message>
    <message>
        <source>The file has arrived; its checksum is of a kind that this app does not know.</source>
        <translation>Le fichier est arrivé&#x202f;; sa somme de contrôle est d’un genre que cette application ne connaît pas.</translation>
    </message>
    <message>
        <source>The file has the announced length; the back-end gives no checksum.</source>
        <translation>Le fichier a la longueur annoncée&#x202f;; le back-end ne donne pas de somme de contrôle.</translation>
    </message>
    <message>
        <source>The file has arrived; the back-end gives neither length nor checksum to check it.</source>
        <translation>Le fichier est arrivé&#x202f;; le back-end ne donne ni longueur ni somme de contrôle pour le vérifier.</translation>
    </message>
    <message>
        <source>Trying again soon</source>
        <translation>Nouvel essai bientôt</translation>
    </message>
    <message>
        <source>Trying again in {time}</source>
        <translation>Nouvel essai dans {time}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} à faire</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>Something went wrong inside the app</source>
        <translation>Quelque chose s’est mal passé dans l’application</translation>
    </message>
    <message>
        <source>This is a mistake in openEO Desktop, not yours. Jobs on the back-ends go on, and the app can usually be used further; if it behaves oddly, start it again. The report below holds no password and no link to data: copy it if you want to tell us.</source>
        <translation>C’est une erreur d’openEO Desktop, pas la vôtre. Les jobs continuent sur les back-ends, et l’application reste en général utilisable&#x202f;; si elle se comporte bizarrement, redémarrez-la. Le rapport ci-dessous ne contient ni mot de passe ni lien vers des données&#x202f;: copiez-le si vous voulez nous le transmettre.</translation>
    </message>
    <message>
        <source>«{name}» can run programs, so it is not opened from here.</source>
        <translation>«&#xa0;{name}&#xa0;» peut exécuter des programmes, il n’est donc pas ouvert d’ici.</translation>
    </message>
    <message>
        <source>Look at it with «Show in folder» if you trust where it comes from.</source>
        <translation>Regardez-le avec «&#xa0;Afficher dans le dossier&#xa0;» si vous faites confiance à sa provenance.</translation>
    </message>
    <message>
        <source>«{name}» is no longer in its folder.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est plus dans son dossier.</translation>
    </message>
    <message>
        <source>It was moved or deleted. Download it again, or look for it in {folder}.</source>
        <translation>Il a été déplacé ou supprimé. Téléchargez-le à nouveau, ou cherchez-le dans {folder}.</translation>
    </message>
    <message>
        <source>No program on this computer opens «{name}».</source>
        <translation>Aucun programme de cet ordinateur n’ouvre «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>Show it in its folder and choose a program there.</source>
        <translation>Affichez-le dans son dossier et choisissez-y un programme.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open «{name}»?</source>
        <translation>Ouvrir «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>This is not a type of data that openEO Desktop knows. It comes from the back-end; open it only if you trust it.</source>
        <translation>Ce n’est pas un type de données qu’openEO Desktop connaît. Il vient du back-end&#x202f;; ne l’ouvrez que si vous lui faites confiance.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>{items}, and {n} more</source>
        <translation>{items}, et {n} de plus</translation>
    </message>
    <message>
        <source>from {node}</source>
        <translation>de {node}</translation>
    </message>
    <message>
        <source>the parameter {name}</source>
        <translation>le paramètre {name}</translation>
    </message>
    <message>
        <source>{n} processes</source>
        <translation>{n} processus</translation>
    </message>
    <message>
        <source>W {west}, S {south}, E {east}, N {north}</source>
        <translation>O {west}, S {south}, E {east}, N {north}</translation>
    </message>
    <message>
        <source>{kind}, {n} features</source>
        <translation>{kind}, {n} objets</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>et {n} de plus</translation>
    </message>
    <message>
        <source>no process</source>
        <translation>aucun processus</translation>
    </message>
    <message>
        <source>These nodes wait for each other: {names}.</source>
        <translation>Ces nœuds s’attendent mutuellement&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>«{node}» takes its data from «{missing}», which does not exist.</source>
        <translation>«&#xa0;{node}&#xa0;» prend ses données de «&#xa0;{missing}&#xa0;», qui n’existe pas.</translation>
    </message>
    <message>
        <source>«{node}» does not say its process.</source>
        <translation>«&#xa0;{node}&#xa0;» ne dit pas son processus.</translation>
    </message>
    <message>
        <source>No node is marked as the result.</source>
        <translation>Aucun nœud n’est marqué comme résultat.</translation>
    </message>
    <message>
        <source>{n} nodes are marked as the result; there should be one.</source>
        <translation>{n} nœuds sont marqués comme résultat&#x202f;; il devrait y en avoir un.</translation>
    </message>
    <message>
        <source>the result</source>
        <translation>le résultat</translation>
    </message>
    <message>
        <source>has a process of its own</source>
        <translation>a son propre processus</translation>
    </message>
    <message>
        <source>node {number} of {count}</source>
        <translation>nœud {number} sur {count}</translation>
    </message>
    <message>
        <source>This process has {n} nodes.</source>
        <translation>Ce processus a {n} nœuds.</translation>
    </message>
    <message>
        <source>Too large to be drawn</source>
        <translation>Trop grand pour être dessiné</translation>
    </message>
    <message>
        <source>Show the JSON</source>
        <translation>Afficher le JSON</translation>
    </message>
    <message>
        <source>No nodes</source>
        <translation>Aucun nœud</translation>
    </message>
    <message>
        <source>There is no process in this graph.</source>
        <translation>Il n’y a pas de processus dans ce graphe.</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… et {n} de plus.</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>Renommer la vue</translation>
    </message>
    <message>
        <source>Save as a view</source>
        <translation>Enregistrer comme vue</translation>
    </message>
    <message>
        <source>Name of the view, with its filters, columns and order:</source>
        <translation>Nom de la vue, avec ses filtres, ses colonnes et son ordre&#x202f;:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove {jobs} from the history?</source>
        <translation>Retirer {jobs} de l’historique&#x202f;?</translation>
    </message>
    <message>
        <source>Its results and logs on {where} will be lost. This cannot be undone.</source>
        <translation>Ses résultats et journaux sur {where} seront perdus. C’est sans retour.</translation>
    </message>
    <message>
        <source>Their results and logs on {where} will be lost. This cannot be undone.</source>
        <translation>Leurs résultats et journaux sur {where} seront perdus. C’est sans retour.</translation>
    </message>
    <message>
        <source>Files that were downloaded stay.</source>
        <translation>Les fichiers téléchargés restent.</translation>
    </message>
    <message>
        <source>What is still running is stopped.</source>
        <translation>Ce qui tourne encore est arrêté.</translation>
    </message>
    <message>
        <source>Delete {jobs}?</source>
        <translation>Supprimer {jobs}&#x202f;?</translation>
    </message>
    <message>
        <source>It was never created at the back-end; what it was to be goes from here.</source>
        <translation>Il n’a jamais été créé sur le back-end&#x202f;; ce qu’il devait être disparaît d’ici.</translation>
    </message>
    <message>
        <source>They were never created at the back-end; what they were to be goes from here.</source>
        <translation>Ils n’ont jamais été créés sur le back-end&#x202f;; ce qu’ils devaient être disparaît d’ici.</translation>
    </message>
    <message>
        <source>The back-end has dropped it already; now its history here goes as well.</source>
        <translation>Le back-end l’a déjà abandonné&#x202f;; son historique ici disparaît maintenant aussi.</translation>
    </message>
    <message>
        <source>The back-end has dropped them already; now their history here goes as well.</source>
        <translation>Le back-end les a déjà abandonnés&#x202f;; leur historique ici disparaît maintenant aussi.</translation>
    </message>
    <message>
        <source>What has been computed so far may be lost, and may have to be paid for.</source>
        <translation>Ce qui a été calculé jusqu’ici peut être perdu, et devoir être payé.</translation>
    </message>
    <message>
        <source>The job can be started again from the beginning.</source>
        <translation>Le job peut être démarré à nouveau depuis le début.</translation>
    </message>
    <message>
        <source>The jobs can be started again from the beginning.</source>
        <translation>Les jobs peuvent être démarrés à nouveau depuis le début.</translation>
    </message>
    <message>
        <source>Stop {jobs}?</source>
        <translation>Arrêter {jobs}&#x202f;?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Laisser tourner</translation>
    </message>
    <message>
        <source>Run {jobs} again?</source>
        <translation>Relancer {jobs}&#x202f;?</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>The log of the failed run goes, and what is left of its results.</source>
        <translation>Le journal de l’exécution échouée disparaît, et ce qui reste de ses résultats.</translation>
    </message>
    <message>
        <source>The logs of the failed runs go, and what is left of their results.</source>
        <translation>Les journaux des exécutions échouées disparaissent, et ce qui reste de leurs résultats.</translation>
    </message>
    <message>
        <source>The back-end discards the results it has of the earlier run. Files that were downloaded stay.</source>
        <translation>Le back-end jette les résultats de l’exécution précédente. Les fichiers téléchargés restent.</translation>
    </message>
    <message>
        <source>The back-end discards the results it has of the earlier runs. Files that were downloaded stay.</source>
        <translation>Le back-end jette les résultats des exécutions précédentes. Les fichiers téléchargés restent.</translation>
    </message>
    <message>
        <source>1 selected job is left out:</source>
        <translation>1 job sélectionné est laissé de côté&#x202f;:</translation>
    </message>
    <message>
        <source>{count} selected jobs are left out:</source>
        <translation>{count} jobs sélectionnés sont laissés de côté&#x202f;:</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} de plus</translation>
    </message>
    <message>
        <source>Run a copy</source>
        <translation>Lancer une copie</translation>
    </message>
    <message>
        <source>A new job with the same process is created and started; this one stays, with its results. It may cost as much as this one did.</source>
        <translation>Un nouveau job avec le même processus est créé et démarré&#x202f;; celui-ci reste, avec ses résultats. Il peut coûter autant que celui-ci.</translation>
    </message>
    <message>
        <source>Run a copy of «{title}»?</source>
        <translation>Lancer une copie de «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>New jobs with the same processes are created and started; these stay, with their results. They may cost as much as these did.</source>
        <translation>De nouveaux jobs avec les mêmes processus sont créés et démarrés&#x202f;; ceux-ci restent, avec leurs résultats. Ils peuvent coûter autant que ceux-ci.</translation>
    </message>
    <message>
        <source>Run copies of {count} jobs?</source>
        <translation>Lancer des copies de {count} jobs&#x202f;?</translation>
    </message>
    <message>
        <source>Whoever has the link can read and download the results, without signing in, for as long as the back-end lets it be good. It cannot be taken back here.</source>
        <translation>Qui possède le lien peut lire et télécharger les résultats, sans se connecter, aussi longtemps que le back-end le laisse valable. Il ne peut pas être repris ici.</translation>
    </message>
    <message>
        <source>Copy a link to the results of «{title}»?</source>
        <translation>Copier un lien vers les résultats de «&#xa0;{title}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>The browser opens {host}, which then asks {back_end}. Sign in there; the job is in the list of batch jobs. Its ID is copied, so that you can search for it.</source>
        <translation>Le navigateur ouvre {host}, qui interroge ensuite {back_end}. Connectez-vous là&#x202f;; le job est dans la liste des jobs. Son identifiant est copié, pour que vous puissiez le chercher.</translation>
    </message>
    <message>
        <source>Open «{title}» in the web editor?</source>
        <translation>Ouvrir «&#xa0;{title}&#xa0;» dans l’éditeur web&#x202f;?</translation>
    </message>
    <message>
        <source>The back-end answered, but says neither costs nor duration nor size.</source>
        <translation>Le back-end a répondu, mais ne donne ni coûts, ni durée, ni taille.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>The back-end expects {what}.</source>
        <translation>Le back-end prévoit {what}.</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Size of the results</source>
        <translation>Taille des résultats</translation>
    </message>
    <message>
        <source>Downloads included</source>
        <translation>Téléchargements compris</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu’au</translation>
    </message>
    <message>
        <source>no costs</source>
        <translation>aucun coût</translation>
    </message>
    <message>
        <source>as many as you like</source>
        <translation>autant que vous voulez</translation>
    </message>
    <message>
        <source>none: each costs extra</source>
        <translation>aucun&#x202f;: chacun coûte en plus</translation>
    </message>
    <message>
        <source>1 of the whole result</source>
        <translation>1 fois tout le résultat</translation>
    </message>
    <message>
        <source>{count} of the whole result</source>
        <translation>{count} fois tout le résultat</translation>
    </message>
    <message>
        <source>{n} year</source>
        <translation>{n} an</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} ans</translation>
    </message>
    <message>
        <source>{n} month</source>
        <translation>{n} mois</translation>
    </message>
    <message>
        <source>{n} months</source>
        <translation>{n} mois</translation>
    </message>
    <message>
        <source>{n} week</source>
        <translation>{n} semaine</translation>
    </message>
    <message>
        <source>{n} weeks</source>
        <translation>{n} semaines</translation>
    </message>
    <message>
        <source>{n} day</source>
        <translation>{n} jour</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} jours</translation>
    </message>
    <message>
        <source>{n} hour</source>
        <translation>{n} heure</translation>
    </message>
    <message>
        <source>{n} hours</source>
        <translation>{n} heures</translation>
    </message>
    <message>
        <source>{n} minute</source>
        <translation>{n} minute</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>{n} second</source>
        <translation>{n} seconde</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} secondes</translation>
    </message>
    <message>
        <source>no time at all</source>
        <translation>aucun temps</translation>
    </message>
    <message>
        <source>Three steps to your first job</source>
        <translation>Trois étapes vers votre premier job</translation>
    </message>
    <message>
        <source>Choose where to compute first.</source>
        <translation>Choisissez d’abord où calculer.</translation>
    </message>
    <message>
        <source>&amp;Try it on this computer</source>
        <translation>&amp;Essayer sur cet ordinateur</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Ajouter un compte…</translation>
    </message>
    <message>
        <source>New job from an &amp;example</source>
        <translation>Nouveau job à partir d’un &amp;exemple</translation>
    </message>
    <message>
        <source>&amp;Own process graph…</source>
        <translation>&amp;Graphe de processus à vous…</translation>
    </message>
    <message>
        <source>Choose where to compute</source>
        <translation>Choisissez où calculer</translation>
    </message>
    <message>
        <source>«This computer» needs no account: it computes on a small sample, and on your own files. For the collections of an openEO back-end, add your account there.</source>
        <translation>«&#xa0;Cet ordinateur&#xa0;» n’a pas besoin de compte&#x202f;: il calcule sur un petit exemple, et sur vos propres fichiers. Pour les collections d’un back-end openEO, ajoutez-y votre compte.</translation>
    </message>
    <message>
        <source>Make a job</source>
        <translation>Faites un job</translation>
    </message>
    <message>
        <source>Take an example, or a process graph of your own: write it, open it (Ctrl+O), or drop a JSON file onto this window.</source>
        <translation>Prenez un exemple, ou un graphe de processus à vous&#x202f;: écrivez-le, ouvrez-le (Ctrl+O), ou déposez un fichier JSON sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Start it, and take the results</source>
        <translation>Démarrez-le, et prenez les résultats</translation>
    </message>
    <message>
        <source>Progress and log are shown while it runs, and you are told when it has ended. Results are downloaded with Ctrl+D, or dragged into other programs.</source>
        <translation>Progression et journal s’affichent pendant l’exécution, et vous êtes prévenu de la fin. Les résultats se téléchargent avec Ctrl+D, ou se glissent dans d’autres programmes.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}&#x202f;: fait</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>À tout moment</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Ce mois-ci</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Cette année</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>Du … au …</translation>
    </message>
    <message>
        <source>removed account</source>
        <translation>compte retiré</translation>
    </message>
    <message>
        <source>Account: {title}</source>
        <translation>Compte&#x202f;: {title}</translation>
    </message>
    <message>
        <source>{what}: {when}</source>
        <translation>{what}&#x202f;: {when}</translation>
    </message>
    <message>
        <source>Process: {id}</source>
        <translation>Processus&#x202f;: {id}</translation>
    </message>
    <message>
        <source>Collection: {id}</source>
        <translation>Collection&#x202f;: {id}</translation>
    </message>
    <message>
        <source>Costs: {range}</source>
        <translation>Coûts&#x202f;: {range}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} au {last}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>à partir du {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>jusqu’au {day}</translation>
    </message>
    <message>
        <source>{least} to {most}</source>
        <translation>{least} à {most}</translation>
    </message>
    <message>
        <source>from {least}</source>
        <translation>à partir de {least}</translation>
    </message>
    <message>
        <source>to {most}</source>
        <translation>jusqu’à {most}</translation>
    </message>
    <message>
        <source>Select a job first.</source>
        <translation>Sélectionnez d’abord un job.</translation>
    </message>
    <message>
        <source>Select one job only.</source>
        <translation>Sélectionnez un seul job.</translation>
    </message>
    <message>
        <source>This job waits for a place at its back-end. Stop takes it out of the queue.</source>
        <translation>Ce job attend une place sur son back-end. Arrêter le sort de la file.</translation>
    </message>
    <message>
        <source>This job is still being created.</source>
        <translation>Ce job est encore en cours de création.</translation>
    </message>
    <message>
        <source>An action on this job is still under way.</source>
        <translation>Une action sur ce job est encore en cours.</translation>
    </message>
    <message>
        <source>This job was not created at the back-end. Duplicate it to create it.</source>
        <translation>Ce job n’a pas été créé sur le back-end. Dupliquez-le pour le créer.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end.</source>
        <translation>Ce job n’est plus sur le back-end.</translation>
    </message>
    <message>
        <source>This job has been started already.</source>
        <translation>Ce job a déjà été démarré.</translation>
    </message>
    <message>
        <source>This job is neither queued nor running.</source>
        <translation>Ce job n’est ni en file ni en cours.</translation>
    </message>
    <message>
        <source>A job that is queued or running cannot be changed. Stop it first.</source>
        <translation>Un job en file ou en cours ne peut pas être modifié. Arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>There are no results yet: the job has not been started.</source>
        <translation>Il n’y a pas encore de résultats&#x202f;: le job n’a pas été démarré.</translation>
    </message>
    <message>
        <source>There are no results yet: the job has not finished.</source>
        <translation>Il n’y a pas encore de résultats&#x202f;: le job n’est pas terminé.</translation>
    </message>
    <message>
        <source>This job failed; it has no results.</source>
        <translation>Ce job a échoué&#x202f;; il n’a pas de résultats.</translation>
    </message>
    <message>
        <source>This back-end does not let jobs be changed. Duplicate the job instead.</source>
        <translation>Ce back-end ne permet pas de modifier les jobs. Dupliquez plutôt le job.</translation>
    </message>
    <message>
        <source>This back-end does not estimate jobs.</source>
        <translation>Ce back-end n’estime pas les jobs.</translation>
    </message>
    <message>
        <source>This back-end does not offer that.</source>
        <translation>Ce back-end n’offre pas cela.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Back-end</source>
        <translation>Back-end</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Processes and collections</source>
        <translation>Processus et collections</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>The back-end&apos;s own word; openEO does not know it.</source>
        <translation>Le mot du back-end lui-même&#x202f;; openEO ne le connaît pas.</translation>
    </message>
    <message>
        <source>Without a date</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>{done} of {all} files…</source>
        <translation>{done} fichiers sur {all}…</translation>
    </message>
    <message>
        <source>Failed, {done} of {all} files</source>
        <translation>Échoué, {done} fichiers sur {all}</translation>
    </message>
    <message>
        <source>Paused, {done} of {all} files</source>
        <translation>En pause, {done} fichiers sur {all}</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>Pas créé</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Création…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Deleting…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Changing…</source>
        <translation>Modification…</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Attente…</translation>
    </message>
    <message>
        <source>It was not created at the back-end; kept here to be duplicated.</source>
        <translation>Il n’a pas été créé sur le back-end&#x202f;; gardé ici pour être dupliqué.</translation>
    </message>
    <message>
        <source>No longer on the back-end; kept here in the history.</source>
        <translation>N’est plus sur le back-end&#x202f;; gardé ici dans l’historique.</translation>
    </message>
    <message>
        <source>The back-end has not answered yet.</source>
        <translation>Le back-end n’a pas encore répondu.</translation>
    </message>
    <message>
        <source>Waits for a place: its back-end runs no more jobs at once.</source>
        <translation>Attend une place&#x202f;: son back-end n’exécute pas plus de jobs à la fois.</translation>
    </message>
    <message>
        <source>None of the selected jobs allows this:</source>
        <translation>Aucun des jobs sélectionnés ne le permet&#x202f;:</translation>
    </message>
    <message>
        <source>These jobs wait for a place at their back-end. Stop takes them out of the queue.</source>
        <translation>Ces jobs attendent une place sur leur back-end. Arrêter les sort de la file.</translation>
    </message>
    <message>
        <source>These jobs are still being created.</source>
        <translation>Ces jobs sont encore en cours de création.</translation>
    </message>
    <message>
        <source>An action on each of these jobs is still under way.</source>
        <translation>Une action sur chacun de ces jobs est encore en cours.</translation>
    </message>
    <message>
        <source>These jobs were not created at the back-end. Duplicate them to create them.</source>
        <translation>Ces jobs n’ont pas été créés sur le back-end. Dupliquez-les pour les créer.</translation>
    </message>
    <message>
        <source>These jobs are no longer on the back-end.</source>
        <translation>Ces jobs ne sont plus sur le back-end.</translation>
    </message>
    <message>
        <source>These jobs have been started already.</source>
        <translation>Ces jobs ont déjà été démarrés.</translation>
    </message>
    <message>
        <source>None of these jobs is queued or running.</source>
        <translation>Aucun de ces jobs n’est en file ou en cours.</translation>
    </message>
    <message>
        <source>There are no results yet: the jobs have not been started.</source>
        <translation>Il n’y a pas encore de résultats&#x202f;: les jobs n’ont pas été démarrés.</translation>
    </message>
    <message>
        <source>There are no results yet: the jobs have not finished.</source>
        <translation>Il n’y a pas encore de résultats&#x202f;: les jobs ne sont pas terminés.</translation>
    </message>
    <message>
        <source>These jobs failed; they have no results.</source>
        <translation>Ces jobs ont échoué&#x202f;; ils n’ont pas de résultats.</translation>
    </message>
    <message>
        <source>The account of this job is no longer there.</source>
        <translation>Le compte de ce job n’est plus là.</translation>
    </message>
    <message>
        <source>The web editor cannot reach the back-end on this computer.</source>
        <translation>L’éditeur web ne peut pas joindre le back-end de cet ordinateur.</translation>
    </message>
    <message>
        <source>The web editor works with https only; this back-end has no encryption.</source>
        <translation>L’éditeur web ne fonctionne qu’avec https&#x202f;; ce back-end n’est pas chiffré.</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Le job a échoué</translation>
    </message>
    <message>
        <source>The job ran out of memory</source>
        <translation>Le job a manqué de mémoire</translation>
    </message>
    <message>
        <source>Run it again with a smaller area, fewer dates or bands, or with more memory in its job options (such as «executor-memory»).</source>
        <translation>Relancez-le avec une zone plus petite, moins de dates ou de bandes, ou avec plus de mémoire dans ses options (comme «&#xa0;executor-memory&#xa0;»).</translation>
    </message>
    <message>
        <source>There was no space left for the results</source>
        <translation>Il n’y avait plus de place pour les résultats</translation>
    </message>
    <message>
        <source>Delete old jobs with results on this back-end, then run the job again.</source>
        <translation>Supprimez d’anciens jobs avec résultats sur ce back-end, puis relancez le job.</translation>
    </message>
    <message>
        <source>The job is too large for this back-end</source>
        <translation>Le job est trop grand pour ce back-end</translation>
    </message>
    <message>
        <source>Split it: a smaller area, a shorter time or fewer bands in each job.</source>
        <translation>Divisez-le&#x202f;: une zone plus petite, une période plus courte ou moins de bandes par job.</translation>
    </message>
    <message>
        <source>A step took too long</source>
        <translation>Une étape a duré trop longtemps</translation>
    </message>
    <message>
        <source>Run it again; if it fails once more, use a smaller area or a shorter time.</source>
        <translation>Relancez-le&#x202f;; s’il échoue encore, prenez une zone plus petite ou une période plus courte.</translation>
    </message>
    <message>
        <source>The back-end lost a part of the work</source>
        <translation>Le back-end a perdu une partie du travail</translation>
    </message>
    <message>
        <source>This is often a lack of memory: run it again with more memory or a smaller area.</source>
        <translation>C’est souvent un manque de mémoire&#x202f;: relancez-le avec plus de mémoire ou une zone plus petite.</translation>
    </message>
    <message>
        <source>There is no data for this job</source>
        <translation>Il n’y a pas de données pour ce job</translation>
    </message>
    <message>
        <source>Check the area, the time range, the bands and filters such as cloud cover: together they leave nothing of the collection.</source>
        <translation>Vérifiez la zone, la période, les bandes et les filtres comme la couverture nuageuse&#x202f;: ensemble ils ne laissent rien de la collection.</translation>
    </message>
    <message>
        <source>The collection is not on this back-end</source>
        <translation>La collection n’est pas sur ce back-end</translation>
    </message>
    <message>
        <source>Check the collection&apos;s id, then run the job again with the right one.</source>
        <translation>Vérifiez l’identifiant de la collection, puis relancez le job avec le bon.</translation>
    </message>
    <message>
        <source>The process cannot be run on this back-end</source>
        <translation>Le processus ne peut pas être exécuté sur ce back-end</translation>
    </message>
    <message>
        <source>Mend the process: duplicate the job, change it and start it again.</source>
        <translation>Corrigez le processus&#x202f;: dupliquez le job, modifiez-le et démarrez-le à nouveau.</translation>
    </message>
    <message>
        <source>An argument of a process is not valid</source>
        <translation>Un argument d’un processus n’est pas valide</translation>
    </message>
    <message>
        <source>Mend the argument that the message names: duplicate the job and change it.</source>
        <translation>Corrigez l’argument que nomme le message&#x202f;: dupliquez le job et modifiez-le.</translation>
    </message>
    <message>
        <source>The user-defined code (UDF) failed</source>
        <translation>Le code utilisateur (UDF) a échoué</translation>
    </message>
    <message>
        <source>The entry has the traceback: mend the code, then run the job again.</source>
        <translation>L’entrée contient la trace&#x202f;: corrigez le code, puis relancez le job.</translation>
    </message>
    <message>
        <source>The credits or the budget were not enough</source>
        <translation>Les crédits ou le budget n’ont pas suffi</translation>
    </message>
    <message>
        <source>Check the account&apos;s credits and the budget of the job, then run it again.</source>
        <translation>Vérifiez les crédits du compte et le budget du job, puis relancez-le.</translation>
    </message>
    <message>
        <source>Access was refused</source>
        <translation>L’accès a été refusé</translation>
    </message>
    <message>
        <source>Ask the back-end whether your account may use this data, then run it again.</source>
        <translation>Demandez au back-end si votre compte peut utiliser ces données, puis relancez-le.</translation>
    </message>
    <message>
        <source>The back-end was too busy</source>
        <translation>Le back-end était trop occupé</translation>
    </message>
    <message>
        <source>Nothing is wrong with the job: run it again later.</source>
        <translation>Le job n’y est pour rien&#x202f;: relancez-le plus tard.</translation>
    </message>
    <message>
        <source>Read the entry and those before it. If it does not say enough, send it with the job&apos;s id to the support of the back-end.</source>
        <translation>Lisez l’entrée et celles qui la précèdent. Si cela ne suffit pas, envoyez-la avec l’identifiant du job à l’assistance du back-end.</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Aucun job sélectionné</translation>
    </message>
    <message>
        <source>Choose a job to read its log.</source>
        <translation>Choisissez un job pour lire son journal.</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Aucune entrée ne correspond</translation>
    </message>
    <message>
        <source>The log has entries, but the levels and the text chosen leave none.</source>
        <translation>Le journal a des entrées, mais les niveaux et le texte choisis n’en laissent aucune.</translation>
    </message>
    <message>
        <source>Show all entries</source>
        <translation>Afficher toutes les entrées</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Pas encore sur cet ordinateur</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The log could not be fetched</source>
        <translation>Le journal n’a pas pu être récupéré</translation>
    </message>
    <message>
        <source>Fetching the log…</source>
        <translation>Récupération du journal…</translation>
    </message>
    <message>
        <source>No log yet</source>
        <translation>Pas encore de journal</translation>
    </message>
    <message>
        <source>Waiting for the first entry</source>
        <translation>Attente de la première entrée</translation>
    </message>
    <message>
        <source>The log is empty</source>
        <translation>Le journal est vide</translation>
    </message>
    <message>
        <source>The job has not been started.</source>
        <translation>Le job n’a pas été démarré.</translation>
    </message>
    <message>
        <source>The job waits in the queue of the back-end. Entries appear here as it runs.</source>
        <translation>Le job attend dans la file du back-end. Des entrées apparaissent ici quand il s’exécute.</translation>
    </message>
    <message>
        <source>The job is running. Entries appear here as the back-end writes them.</source>
        <translation>Le job est en cours. Les entrées apparaissent ici à mesure que le back-end les écrit.</translation>
    </message>
    <message>
        <source>The job failed, and the back-end has written no entry about it.</source>
        <translation>Le job a échoué, et le back-end n’a écrit aucune entrée à ce sujet.</translation>
    </message>
    <message>
        <source>The back-end has written no entry for this job.</source>
        <translation>Le back-end n’a écrit aucune entrée pour ce job.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Process node</source>
        <translation>Nœud du processus</translation>
    </message>
    <message>
        <source>Entry id</source>
        <translation>Identifiant de l’entrée</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>alerte</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>debug</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Utilisation</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Pile d’appels</translation>
    </message>
    <message>
        <source>Further fields</source>
        <translation>Autres champs</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} sur {total}</translation>
    </message>
    <message>
        <source>following</source>
        <translation>suivi</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} sur {count}</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation>{count} résultats</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Follow  ·  {count} new</source>
        <translation>Suivre  ·  {count} nouvelles</translation>
    </message>
    <message>
        <source>Type, paste, open or drop a process graph, or choose an example.</source>
        <translation>Saisissez, collez, ouvrez ou déposez un graphe de processus, ou choisissez un exemple.</translation>
    </message>
    <message>
        <source>Valid so far ({nodes}). The back-end checks it before the job is created.</source>
        <translation>Valide jusqu’ici ({nodes}). Le back-end le vérifie avant la création du job.</translation>
    </message>
    <message>
        <source>Valid: {back_end} accepts this process graph ({nodes}).</source>
        <translation>Valide&#x202f;: {back_end} accepte ce graphe de processus ({nodes}).</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>{back_end} found 1 problem:</source>
        <translation>{back_end} a trouvé 1 problème&#x202f;:</translation>
    </message>
    <message>
        <source>{back_end} found {count} problems:</source>
        <translation>{back_end} a trouvé {count} problèmes&#x202f;:</translation>
    </message>
    <message>
        <source>1 problem:</source>
        <translation>1 problème&#x202f;:</translation>
    </message>
    <message>
        <source>{count} problems:</source>
        <translation>{count} problèmes&#x202f;:</translation>
    </message>
    <message>
        <source>Valid so far. {back_end} does not offer to check process graphs.</source>
        <translation>Valide jusqu’ici. {back_end} n’offre pas de vérifier les graphes de processus.</translation>
    </message>
    <message>
        <source>Not checked: {back_end} does not answer, so no job can be created there now.</source>
        <translation>Pas vérifié&#x202f;: {back_end} ne répond pas, aucun job ne peut donc y être créé maintenant.</translation>
    </message>
    <message>
        <source>{back_end} could not check it; the job can be created all the same.</source>
        <translation>{back_end} n’a pas pu le vérifier&#x202f;; le job peut être créé malgré tout.</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 nœud</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} nœuds</translation>
    </message>
    <message>
        <source>{jobs} while you were away.</source>
        <translation>{jobs} en votre absence.</translation>
    </message>
    <message>
        <source>{jobs}.</source>
        <translation>{jobs}.</translation>
    </message>
    <message>
        <source>«{title}» has finished.</source>
        <translation>«&#xa0;{title}&#xa0;» est terminé.</translation>
    </message>
    <message>
        <source>«{title}» has failed.</source>
        <translation>«&#xa0;{title}&#xa0;» a échoué.</translation>
    </message>
    <message>
        <source>«{title}» was canceled.</source>
        <translation>«&#xa0;{title}&#xa0;» a été annulé.</translation>
    </message>
    <message>
        <source>«{title}» finished while you were away.</source>
        <translation>«&#xa0;{title}&#xa0;» s’est terminé en votre absence.</translation>
    </message>
    <message>
        <source>«{title}» failed while you were away.</source>
        <translation>«&#xa0;{title}&#xa0;» a échoué en votre absence.</translation>
    </message>
    <message>
        <source>«{title}» was canceled while you were away.</source>
        <translation>«&#xa0;{title}&#xa0;» a été annulé en votre absence.</translation>
    </message>
    <message>
        <source>1 job finished</source>
        <translation>1 job terminé</translation>
    </message>
    <message>
        <source>{count} jobs finished</source>
        <translation>{count} jobs terminés</translation>
    </message>
    <message>
        <source>1 job failed</source>
        <translation>1 job échoué</translation>
    </message>
    <message>
        <source>{count} jobs failed</source>
        <translation>{count} jobs échoués</translation>
    </message>
    <message>
        <source>1 job was canceled</source>
        <translation>1 job annulé</translation>
    </message>
    <message>
        <source>{count} jobs were canceled</source>
        <translation>{count} jobs annulés</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 échoué</translation>
    </message>
    <message>
        <source>1 was canceled</source>
        <translation>1 annulé</translation>
    </message>
    <message>
        <source>{count} were canceled</source>
        <translation>{count} annulés</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>More commands</source>
        <translation>Plus de commandes</translation>
    </message>
    <message>
        <source>Recently used</source>
        <translation>Utilisé récemment</translation>
    </message>
    <message>
        <source>Jobs that changed last</source>
        <translation>Jobs changés en dernier</translation>
    </message>
    <message>
        <source>{group}, switched on</source>
        <translation>{group}, activé</translation>
    </message>
    <message>
        <source>Asset</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} octets</translation>
    </message>
    <message>
        <source>Not downloaded yet.</source>
        <translation>Pas encore téléchargé.</translation>
    </message>
    <message>
        <source>On server</source>
        <translation>Sur le serveur</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Nouvel essai</translation>
    </message>
    <message>
        <source>Waits for space</source>
        <translation>Attend de la place</translation>
    </message>
    <message>
        <source>Ready to drag</source>
        <translation>Prêt à être glissé</translation>
    </message>
    <message>
        <source>Roles: {roles}</source>
        <translation>Rôles&#x202f;: {roles}</translation>
    </message>
    <message>
        <source>{count} areas, the first: {place}</source>
        <translation>{count} zones, la première&#x202f;: {place}</translation>
    </message>
    <message>
        <source>Extent not in degrees</source>
        <translation>Étendue pas en degrés</translation>
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
        <translation>O</translation>
    </message>
    <message>
        <source>E</source>
        <translation>E</translation>
    </message>
    <message>
        <source>{west} E to {east} W, over 180°</source>
        <translation>{west} E à {east} O, par-delà 180°</translation>
    </message>
    <message>
        <source>Licence: {name}</source>
        <translation>Licence&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Downloading costs nothing now</source>
        <translation>Télécharger ne coûte rien maintenant</translation>
    </message>
    <message>
        <source>Downloading all costs {price}</source>
        <translation>Tout télécharger coûte {price}</translation>
    </message>
    <message>
        <source>{low} {south} to {high} {north}</source>
        <translation>{low} {south} à {high} {north}</translation>
    </message>
    <message>
        <source>{low} to {high} {side}</source>
        <translation>{low} à {high} {side}</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>à partir du {date}</translation>
    </message>
    <message>
        <source>to {date}</source>
        <translation>jusqu’au {date}</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} au {end}</translation>
    </message>
    <message>
        <source>Links expired on {date}</source>
        <translation>Liens expirés le {date}</translation>
    </message>
    <message>
        <source>Links hold until {date}</source>
        <translation>Liens valables jusqu’au {date}</translation>
    </message>
    <message>
        <source>{shown} of {all}</source>
        <translation>{shown} sur {all}</translation>
    </message>
    <message>
        <source>The link is on the clipboard.</source>
        <translation>Le lien est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>{count} links are on the clipboard.</source>
        <translation>{count} liens sont dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Treat it as a secret: whoever has it can download the file without signing in.</source>
        <translation>Traitez-le comme un secret&#x202f;: qui le possède peut télécharger le fichier sans se connecter.</translation>
    </message>
    <message>
        <source>The back-end gives no web address for this file, so none was copied.</source>
        <translation>Le back-end ne donne pas d’adresse web pour ce fichier, aucune n’a donc été copiée.</translation>
    </message>
    <message>
        <source>The file could not be read. It may have been moved or deleted.</source>
        <translation>Le fichier n’a pas pu être lu. Il a peut-être été déplacé ou supprimé.</translation>
    </message>
    <message>
        <source>This is not a text, whatever the back-end calls it.</source>
        <translation>Ce n’est pas un texte, quoi qu’en dise le back-end.</translation>
    </message>
    <message>
        <source>The first {size} are shown.</source>
        <translation>Les premiers {size} sont affichés.</translation>
    </message>
    <message>
        <source>This picture is too large to be shown here. Open it instead.</source>
        <translation>Cette image est trop grande pour être affichée ici. Ouvrez-la plutôt.</translation>
    </message>
    <message>
        <source>This kind of picture cannot be shown here. Open it instead.</source>
        <translation>Ce genre d’image ne peut pas être affiché ici. Ouvrez-la plutôt.</translation>
    </message>
    <message>
        <source>This picture is damaged. Download it again.</source>
        <translation>Cette image est endommagée. Téléchargez-la à nouveau.</translation>
    </message>
    <message>
        <source>Choose a job to see its results.</source>
        <translation>Choisissez un job pour voir ses résultats.</translation>
    </message>
    <message>
        <source>Fetching the results…</source>
        <translation>Récupération des résultats…</translation>
    </message>
    <message>
        <source>This job is not known here</source>
        <translation>Ce job n’est pas connu ici</translation>
    </message>
    <message>
        <source>It may have been deleted in the meantime.</source>
        <translation>Il a peut-être été supprimé entre-temps.</translation>
    </message>
    <message>
        <source>It has left no results. Its log tells what happened.</source>
        <translation>Il n’a pas laissé de résultats. Son journal dit ce qui s’est passé.</translation>
    </message>
    <message>
        <source>Show the log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Pas encore démarrés</translation>
    </message>
    <message>
        <source>Results appear here when the job has been started and is finished.</source>
        <translation>Les résultats apparaissent ici quand le job a été démarré et s’est terminé.</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Pas encore terminé</translation>
    </message>
    <message>
        <source>Results appear here as soon as the back-end has finished the job.</source>
        <translation>Les résultats apparaissent ici dès que le back-end a terminé le job.</translation>
    </message>
    <message>
        <source>The job was canceled</source>
        <translation>Le job a été annulé</translation>
    </message>
    <message>
        <source>It was canceled before it wrote any file.</source>
        <translation>Il a été annulé avant d’avoir écrit un fichier.</translation>
    </message>
    <message>
        <source>Ask the back-end again</source>
        <translation>Interroger à nouveau le back-end</translation>
    </message>
    <message>
        <source>The results could not be fetched</source>
        <translation>Les résultats n’ont pas pu être récupérés</translation>
    </message>
    <message>
        <source>No longer on the back-end</source>
        <translation>N’est plus sur le back-end</translation>
    </message>
    <message>
        <source>The job was removed there before its results were fetched.</source>
        <translation>Le job y a été retiré avant que ses résultats soient récupérés.</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Aucun fichier</translation>
    </message>
    <message>
        <source>The job is finished, but the back-end lists no file for it.</source>
        <translation>Le job est terminé, mais le back-end ne liste aucun fichier pour lui.</translation>
    </message>
    <message>
        <source>Incomplete: these parts of the federation did not answer: {names}.</source>
        <translation>Incomplet&#x202f;: ces parties de la fédération n’ont pas répondu&#x202f;: {names}.</translation>
    </message>
    <message>
        <source>This job is no longer on the back-end. Only downloaded files can be opened.</source>
        <translation>Ce job n’est plus sur le back-end. Seuls les fichiers téléchargés peuvent être ouverts.</translation>
    </message>
    <message>
        <source>These are partial results: the job did not run to its end.</source>
        <translation>Ce sont des résultats partiels&#x202f;: le job n’est pas allé au bout.</translation>
    </message>
    <message>
        <source>The links of these results have expired; downloading asks for fresh ones.</source>
        <translation>Les liens de ces résultats ont expiré&#x202f;; le téléchargement en demande de nouveaux.</translation>
    </message>
    <message>
        <source>Shown is what is known on this computer.</source>
        <translation>Est affiché ce qui est connu sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Shown is what was known as of {moment}.</source>
        <translation>Est affiché ce qui était connu à {moment}.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Your accounts</source>
        <translation>Vos comptes</translation>
    </message>
    <message>
        <source>Sign-in, title, order, automatic downloads and removal are with each account. Passwords and tokens are kept in the keychain of the system alone.</source>
        <translation>La connexion, le titre, l’ordre, les téléchargements automatiques et le retrait se règlent dans chaque compte. Mots de passe et jetons ne sont gardés que dans le trousseau du système.</translation>
    </message>
    <message>
        <source>Account {title}</source>
        <translation>Compte {title}</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Log of the app</source>
        <translation>Journal de l’application</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>Assistance</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>habituel</translation>
    </message>
    <message>
        <source>everything, for a support request</source>
        <translation>tout, pour une demande d’assistance</translation>
    </message>
    <message>
        <source>The app &amp;logs</source>
        <translation>L’application &amp;note</translation>
    </message>
    <message>
        <source>The environment variable {name} says so.</source>
        <translation>La variable d’environnement {name} l’impose.</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnostic…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Reset the &amp;arrangement</source>
        <translation>&amp;Rétablir la disposition</translation>
    </message>
    <message>
        <source>All panes go back to where they were at the first start.</source>
        <translation>Tous les volets reprennent leur place du premier démarrage.</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Ouvrir le dossier&#x202f;: {name}</translation>
    </message>
    <message>
        <source>Start &amp;with the computer</source>
        <translation>Démarrer a&amp;vec l’ordinateur</translation>
    </message>
    <message>
        <source>Only without --profile, and not in a sandbox.</source>
        <translation>Seulement sans --profile et hors d’un bac à sable.</translation>
    </message>
    <message>
        <source>Another copy of the app starts: {program}. Switch off and on to start this.</source>
        <translation>Une autre copie de l’application démarre&#x202f;: {program}. Désactivez puis réactivez pour démarrer celle-ci.</translation>
    </message>
    <message>
        <source>It starts in the tray: the window opens when you ask for it.</source>
        <translation>Elle démarre dans la zone de notification&#x202f;: la fenêtre s’ouvre à votre demande.</translation>
    </message>
    <message>
        <source>It starts minimised: the window opens when you ask for it.</source>
        <translation>Elle démarre réduite&#x202f;: la fenêtre s’ouvre à votre demande.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Emplacement</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Dossier</translation>
    </message>
    <message>
        <source>Folder of a &amp;job</source>
        <translation>Dossier d’un jo&amp;b</translation>
    </message>
    <message>
        <source>A job&apos;s folder may hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Le dossier d’un job peut contenir {back_end}, {title}, {id} et {date}.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder. Until then the one before is used.</source>
        <translation>Donnez le chemin complet d’un dossier. D’ici là, le précédent est utilisé.</translation>
    </message>
    <message>
        <source>For example {folder}</source>
        <translation>Par exemple {folder}</translation>
    </message>
    <message>
        <source>Folder for downloads</source>
        <translation>Dossier des téléchargements</translation>
    </message>
    <message>
        <source>Files at once per &amp;server</source>
        <translation>Fichiers simultanés par &amp;serveur</translation>
    </message>
    <message>
        <source>Files at once in &amp;all</source>
        <translation>Fichiers simultanés &amp;en tout</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source> KB/s</source>
        <translation> KB/s</translation>
    </message>
    <message>
        <source>&amp;Limit of all downloads</source>
        <translation>&amp;Limite de tous les téléchargements</translation>
    </message>
    <message>
        <source>Beside the files</source>
        <translation>À côté des fichiers</translation>
    </message>
    <message>
        <source>Write the job&apos;s log into its folder, too (lo&amp;g.json)</source>
        <translation>Écrire aussi le &amp;journal du job dans son dossier (log.json)</translation>
    </message>
    <message>
        <source>Fetch s&amp;mall results of the selected job ahead, ready to be dragged</source>
        <translation>Précharger les &amp;petits résultats du job sélectionné, prêts à être glissés</translation>
    </message>
    <message>
        <source>Title of the job</source>
        <translation>Titre du job</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <source>This system shows no tray to apps.</source>
        <translation>Ce système ne montre pas de zone de notification aux applications.</translation>
    </message>
    <message>
        <source>Show the icon in the tray first.</source>
        <translation>Affichez d’abord l’icône dans la zone de notification.</translation>
    </message>
    <message>
        <source>This system shows no tray to apps: closing ends the app.</source>
        <translation>Ce système ne montre pas de zone de notification aux applications&#x202f;: fermer met fin à l’application.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Couleurs</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>L&amp;angue</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start of the app.</source>
        <translation>Une autre langue s’applique au prochain démarrage de l’application.</translation>
    </message>
    <message>
        <source>Show e&amp;xact times in the table of jobs</source>
        <translation>Heures e&amp;xactes dans le tableau des jobs</translation>
    </message>
    <message>
        <source>Show an &amp;icon in the tray</source>
        <translation>Afficher une &amp;icône dans la zone de notification</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>demander</translation>
    </message>
    <message>
        <source>keep running in the tray</source>
        <translation>continuer dans la zone de notification</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>quitter</translation>
    </message>
    <message>
        <source>When the window is c&amp;losed</source>
        <translation>À la &amp;fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>Those of the system, and {name}</source>
        <translation>Ceux du système, et {name}</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>Ceux du système</translation>
    </message>
    <message>
        <source>No other certificates are trusted.</source>
        <translation>Aucun autre certificat n’est accepté.</translation>
    </message>
    <message>
        <source>Watching</source>
        <translation>Suivi</translation>
    </message>
    <message>
        <source>&amp;Pause the synchronisation</source>
        <translation>Mettre la synchronisation en &amp;pause</translation>
    </message>
    <message>
        <source>While it is paused, back-ends are asked only when you do something, or refresh (F5). A back-end has {connect:.0f} s to be reached and {read:.0f} s for each answer; what did not work is tried again later, ever less often.</source>
        <translation>Pendant la pause, les back-ends ne sont interrogés que lorsque vous agissez ou actualisez (F5). Un back-end a {connect:.0f} s pour être joint et {read:.0f} s pour chaque réponse&#x202f;; ce qui a échoué est réessayé plus tard, de moins en moins souvent.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For https</source>
        <translation>Pour https</translation>
    </message>
    <message>
        <source>For http</source>
        <translation>Pour http</translation>
    </message>
    <message>
        <source>For all</source>
        <translation>Pour tout</translation>
    </message>
    <message>
        <source>Back-ends are reached directly, without a proxy.</source>
        <translation>Les back-ends sont joints directement, sans proxy.</translation>
    </message>
    <message>
        <source>Change it in the system, or in HTTPS_PROXY, HTTP_PROXY and NO_PROXY.</source>
        <translation>À changer dans le système, ou dans HTTPS_PROXY, HTTP_PROXY et NO_PROXY.</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Acceptés</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate file…</source>
        <translation>Accep&amp;ter un certificat…</translation>
    </message>
    <message>
        <source>Trust the &amp;system&apos;s only</source>
        <translation>&amp;Système seulement</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>When a job ends</source>
        <translation>Quand un job se termine</translation>
    </message>
    <message>
        <source>Tell by a &amp;notification of the system while the window is not in front</source>
        <translation>&amp;Notification du système si la fenêtre n’est pas devant</translation>
    </message>
    <message>
        <source>In the window a card tells of it, and the bell in the status bar keeps a list. Each end of a job is told once.</source>
        <translation>Dans la fenêtre, une carte l’annonce, et la cloche de la barre d’état en garde la liste. Chaque fin de job est annoncée une fois.</translation>
    </message>
    <message>
        <source>&amp;Earlier notices…</source>
        <translation>Notifications précéd&amp;entes…</translation>
    </message>
    <message>
        <source>This system shows no tray to apps, which notifications need.</source>
        <translation>Ce système ne montre pas de zone de notification aux applications&#x202f;; les notifications en ont besoin.</translation>
    </message>
    <message>
        <source>Notifications need the icon in the tray: see General.</source>
        <translation>Les notifications ont besoin de l’icône de la zone de notification&#x202f;: voir Général.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>Passwords and tokens</source>
        <translation>Mots de passe et jetons</translation>
    </message>
    <message>
        <source>Looking for the keychain…</source>
        <translation>Recherche du trousseau…</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Ce qui quitte cet ordinateur</translation>
    </message>
    <message>
        <source>openEO Desktop speaks to your back-ends, and to the services at which you sign in to them. It sends nothing to anybody else, and nothing about how you use it.</source>
        <translation>openEO Desktop parle à vos back-ends et aux services qui vous y connectent. Il n’envoie rien à personne d’autre, et rien sur l’usage que vous en faites.</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Tout supprimer</translation>
    </message>
    <message>
        <source>Jobs, their logs and the description of their results are kept for ever.</source>
        <translation>Les jobs, leurs journaux et la description de leurs résultats sont gardés sans limite de durée.</translation>
    </message>
    <message>
        <source>Jobs are kept for ever; logs and descriptions of results as long as you chose.</source>
        <translation>Les jobs sont gardés sans limite de durée&#x202f;; les journaux et les descriptions de résultats aussi longtemps que vous l’avez choisi.</translation>
    </message>
    <message>
        <source>They are kept in the keychain of the system alone ({name}).</source>
        <translation>Ils ne sont gardés que dans le trousseau du système ({name}).</translation>
    </message>
    <message>
        <source>This system has no keychain that can be used: they are kept in memory, and are forgotten when the app ends.</source>
        <translation>Ce système n’a pas de trousseau utilisable&#x202f;: ils restent en mémoire et sont oubliés à la fin de l’application.</translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Laisser tourner</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keep openEO Desktop running without its window?</source>
        <translation>Laisser tourner openEO Desktop sans sa fenêtre&#x202f;?</translation>
    </message>
    <message>
        <source>It goes on watching your jobs and downloading, and tells you when a job has ended; its icon in the tray brings the window back. Your choice is remembered, and can be changed in the settings.</source>
        <translation>Il continue de suivre vos jobs et de télécharger, et vous prévient quand un job se termine&#x202f;; son icône dans la zone de notification ramène la fenêtre. Votre choix est retenu, et peut être changé dans les paramètres.</translation>
    </message>
    <message>
        <source>&amp;Open openEO Desktop</source>
        <translation>&amp;Ouvrir openEO Desktop</translation>
    </message>
    <message>
        <source>{count} more…</source>
        <translation>{count} de plus…</translation>
    </message>
    <message>
        <source>1 job is running</source>
        <translation>1 job est en cours</translation>
    </message>
    <message>
        <source>{count} jobs are running</source>
        <translation>{count} jobs sont en cours</translation>
    </message>
    <message>
        <source>1 is queued</source>
        <translation>1 est en file</translation>
    </message>
    <message>
        <source>{count} are queued</source>
        <translation>{count} sont en file</translation>
    </message>
    <message>
        <source>1 job is queued</source>
        <translation>1 job est en file</translation>
    </message>
    <message>
        <source>{count} jobs are queued</source>
        <translation>{count} jobs sont en file</translation>
    </message>
    <message>
        <source>No job is running</source>
        <translation>Aucun job n’est en cours</translation>
    </message>
    <message>
        <source>Copy this into a support request. Passwords, tokens, names of users and signed links are left out; look through it all the same, for titles of jobs may be in the log.</source>
        <translation>Copiez ceci dans une demande d’assistance. Mots de passe, jetons, noms d’utilisateurs et liens signés sont omis&#x202f;; relisez-le tout de même, car des titres de jobs peuvent figurer dans le journal.</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>&amp;Copy for support</source>
        <translation>&amp;Copier pour l’assistance</translation>
    </message>
    <message>
        <source>Quit while «{title}» is running on this computer?</source>
        <translation>Quitter alors que «&#xa0;{title}&#xa0;» tourne sur cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Quitting stops the job; what it has computed so far is lost.</source>
        <translation>Quitter arrête le job&#x202f;; ce qu’il a calculé jusqu’ici est perdu.</translation>
    </message>
    <message>
        <source>Quit and stop it</source>
        <translation>Quitter et l’arrêter</translation>
    </message>
    <message>
        <source>Quit when it has ended</source>
        <translation>Quitter quand il sera terminé</translation>
    </message>
    <message>
        <source>Quit while {count} jobs are running on this computer?</source>
        <translation>Quitter alors que {count} jobs tournent sur cet ordinateur&#x202f;?</translation>
    </message>
    <message>
        <source>Quitting stops these jobs; what they have computed so far is lost.</source>
        <translation>Quitter arrête ces jobs&#x202f;; ce qu’ils ont calculé jusqu’ici est perdu.</translation>
    </message>
    <message>
        <source>Quit and stop them</source>
        <translation>Quitter et les arrêter</translation>
    </message>
    <message>
        <source>Quit when they have ended</source>
        <translation>Quitter quand ils seront terminés</translation>
    </message>
    <message>
        <source>1 job that is queued here goes on at the next start.</source>
        <translation>1 job en file ici continue au prochain démarrage.</translation>
    </message>
    <message>
        <source>{count} jobs that are queued here go on at the next start.</source>
        <translation>{count} jobs en file ici continuent au prochain démarrage.</translation>
    </message>
    <message>
        <source>Jobs on other back-ends go on in any case.</source>
        <translation>Les jobs sur d’autres back-ends continuent dans tous les cas.</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Barre d’outils</translation>
    </message>
    <message>
        <source>More actions on the selected jobs</source>
        <translation>Autres actions sur les jobs sélectionnés</translation>
    </message>
    <message>
        <source>Search title, id, process, collection</source>
        <translation>Titre, identifiant, processus, collection</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Job</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Share and e&amp;xport</source>
        <translation>Partager et e&amp;xporter</translation>
    </message>
    <message>
        <source>Copy as c&amp;ode</source>
        <translation>Copier sous forme de c&amp;ode</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>{minutes} min ago</source>
        <translation>il y a {minutes} min</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>auj. {time}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day} {month}</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>fév</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>avr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>juil</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>août</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>déc</translation>
    </message>
    <message>
        <source>Feature {number}</source>
        <translation>Objet {number}</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Point</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>{kind}, {count} parts</source>
        <translation>{kind}, {count} parties</translation>
    </message>
    <message>
        <source>{count} of {total} features</source>
        <translation>{count} objets sur {total}</translation>
    </message>
    <message>
        <source>1 feature</source>
        <translation>1 objet</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} objets</translation>
    </message>
    <message>
        <source>{degrees}°</source>
        <translation>{degrees}°</translation>
    </message>
    <message>
        <source>{degrees}° E</source>
        <translation>{degrees}° E</translation>
    </message>
    <message>
        <source>{degrees}° W</source>
        <translation>{degrees}° O</translation>
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
        <translation>aucune donnée</translation>
    </message>
    <message>
        <source>{count} times</source>
        <translation>{count} dates</translation>
    </message>
    <message>
        <source>{count} bands</source>
        <translation>{count} bandes</translation>
    </message>
    <message>
        <source>not georeferenced</source>
        <translation>non géoréférencé</translation>
    </message>
    <message>
        <source>column {column}, row {row}</source>
        <translation>colonne {column}, ligne {row}</translation>
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
        <translation>Moyenne</translation>
    </message>
    <message>
        <source>Std. deviation</source>
        <translation>Écart type</translation>
    </message>
    <message>
        <source>2 % to 98 %</source>
        <translation>2 % à 98 %</translation>
    </message>
    <message>
        <source>Valid pixels</source>
        <translation>Pixels valides</translation>
    </message>
    <message>
        <source>&amp;The system&apos;s program</source>
        <translation>&amp;Programme du système</translation>
    </message>
    <message>
        <source>&amp;Copy Python for a notebook</source>
        <translation>&amp;Copier du Python pour un notebook</translation>
    </message>
    <message>
        <source>There is no common library for this kind of file.</source>
        <translation>Il n’y a pas de bibliothèque courante pour ce type de fichier.</translation>
    </message>
    <message>
        <source>&amp;QGIS</source>
        <translation>&amp;QGIS</translation>
    </message>
    <message>
        <source>&amp;QGIS, variable «{name}»</source>
        <translation>&amp;QGIS, variable « {name} »</translation>
    </message>
    <message>
        <source>QGIS was not found on this computer. Install it from qgis.org.</source>
        <translation>QGIS est introuvable sur cet ordinateur. Installez-le depuis qgis.org.</translation>
    </message>
    <message>
        <source>QGIS is for maps: this file is none.</source>
        <translation>QGIS est fait pour les cartes : ce fichier n’en est pas une.</translation>
    </message>
    <message>
        <source>Outline of the picture</source>
        <translation>Contour de l’image</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordonnées</translation>
    </message>
    <message>
        <source>This report is kept on this computer and sent nowhere. Passwords, tokens and signed links are left out; look through it all the same before you hand it on, for titles of jobs may be in the log.</source>
        <translation>Ce rapport reste sur cet ordinateur et n’est envoyé nulle part. Les mots de passe, jetons et liens signés n’y figurent pas&#x202f;; relisez-le tout de même avant de le transmettre, car le journal peut contenir des titres de jobs.</translation>
    </message>
    <message>
        <source>The app did not end well last time</source>
        <translation>L’application s’est mal terminée la dernière fois</translation>
    </message>
    <message>
        <source>openEO Desktop did not end well last time ({what}). Your jobs and downloads are safe. A report is kept on this computer; nothing is sent.</source>
        <translation>openEO Desktop s’est mal terminé la dernière fois ({what}). Vos jobs et téléchargements sont intacts. Un rapport reste sur cet ordinateur&#x202f;; rien n’est envoyé.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Do not show this again</source>
        <translation>Ne plus afficher</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>set up this computer</source>
        <translation>installer cet ordinateur</translation>
    </message>
    <message>
        <source>Looking for Python…</source>
        <translation>Recherche de Python…</translation>
    </message>
    <message>
        <source>Choose a Python</source>
        <translation>Choisir un Python</translation>
    </message>
    <message>
        <source>&amp;Bring it up to date</source>
        <translation>Mettre à &amp;jour</translation>
    </message>
    <message>
        <source>&amp;Set it up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <source>Choose another &amp;Python…</source>
        <translation>Choisir un autre &amp;Python…</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Chercher encore</translation>
    </message>
    <message>
        <source>&amp;Open www.python.org</source>
        <translation>&amp;Ouvrir www.python.org</translation>
    </message>
    <message>
        <source>&amp;Cancel the set-up</source>
        <translation>&amp;Annuler l’installation</translation>
    </message>
    <message>
        <source>«This computer» was set up for another version of the app. It still works; to bring it up to date, about {download} are downloaded. Jobs that run on it are stopped then.</source>
        <translation>«Cet ordinateur» a été installé pour une autre version de l’application. Il fonctionne encore ; pour le mettre à jour, environ {download} sont téléchargés. Les jobs qui y tournent sont alors arrêtés.</translation>
    </message>
    <message>
        <source>«This computer» is set up once: about {download} are downloaded, and {disk} are used on the disk. That takes a minute or some, depending on your network.</source>
        <translation>«Cet ordinateur» est installé une fois : environ {download} sont téléchargés et {disk} occupés sur le disque. Cela dure une minute ou quelques-unes, selon votre réseau.</translation>
    </message>
    <message>
        <source>Python {version} is used: {path}</source>
        <translation>Python {version} est utilisé : {path}</translation>
    </message>
    <message>
        <source>Making an environment…</source>
        <translation>Création d’un environnement…</translation>
    </message>
    <message>
        <source>Starting it for a look…</source>
        <translation>Démarrage d’essai…</translation>
    </message>
    <message>
        <source>Installing: {done} of {all} packages</source>
        <translation>Installation : {done} paquets sur {all}</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {all} packages, {size}</source>
        <translation>Téléchargement de {name} : {done} paquets sur {all}, {size}</translation>
    </message>
    <message>
        <source>Looking for the packages…</source>
        <translation>Recherche des paquets…</translation>
    </message>
    <message>
        <source>&amp;Remove it…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Remove what «This computer» was set up with ({size})?</source>
        <translation>Supprimer ce qui a été installé pour «Cet ordinateur» ({size}) ?</translation>
    </message>
    <message>
        <source>Its jobs and their results ({jobs}) can stay: they are there again when it is set up once more. Files that you have downloaded always stay.</source>
        <translation>Ses jobs et leurs résultats ({jobs}) peuvent rester : ils reviennent quand il est installé de nouveau. Les fichiers que vous avez téléchargés restent toujours.</translation>
    </message>
    <message>
        <source>Remove, with its jobs</source>
        <translation>Supprimer avec les jobs</translation>
    </message>
    <message>
        <source>Remove, keep the jobs</source>
        <translation>Supprimer, garder les jobs</translation>
    </message>
    <message>
        <source>remove this computer</source>
        <translation>supprimer cet ordinateur</translation>
    </message>
    <message>
        <source>All that it needs is part of this installation of the app.</source>
        <translation>Tout ce qu’il faut fait partie de cette installation de l’application.</translation>
    </message>
    <message>
        <source>Set up with Python {version}: {size} on the disk.</source>
        <translation>Installé avec Python {version} : {size} sur le disque.</translation>
    </message>
    <message>
        <source>Removes from this computer what openEO Desktop has kept: jobs, logs, settings, passwords and tokens. Jobs at your back-ends are not touched.</source>
        <translation>Supprime de cet ordinateur ce qu’openEO Desktop a conservé : jobs, journaux, réglages, mots de passe et jetons. Les jobs de vos back-ends ne sont pas touchés.</translation>
    </message>
    <message>
        <source>Remove &amp;all data…</source>
        <translation>Supprimer &amp;toutes les données…</translation>
    </message>
    <message>
        <source>Remove all data of openEO Desktop from this computer?</source>
        <translation>Supprimer de cet ordinateur toutes les données d’openEO Desktop ?</translation>
    </message>
    <message>
        <source>Remove, with the downloads</source>
        <translation>Supprimer, téléchargements compris</translation>
    </message>
    <message>
        <source>Remove and quit</source>
        <translation>Supprimer et quitter</translation>
    </message>
    <message>
        <source>Remove, keep the downloads</source>
        <translation>Supprimer, garder les téléchargements</translation>
    </message>
    <message>
        <source>Jobs, logs, settings and previews: {size}</source>
        <translation>Jobs, journaux, réglages et aperçus : {size}</translation>
    </message>
    <message>
        <source>«This computer» with its jobs: {size}</source>
        <translation>«Cet ordinateur» avec ses jobs : {size}</translation>
    </message>
    <message>
        <source>Accounts with their passwords and tokens: {count}</source>
        <translation>Comptes avec leurs mots de passe et jetons : {count}</translation>
    </message>
    <message>
        <source>The entry that starts the app with the computer</source>
        <translation>L’entrée qui lance l’application avec l’ordinateur</translation>
    </message>
    <message>
        <source>Downloaded files, as you choose: {count} ({size})</source>
        <translation>Fichiers téléchargés, selon votre choix : {count} ({size})</translation>
    </message>
    <message>
        <source>This cannot be undone. The app quits; jobs that run on this computer are stopped.</source>
        <translation>C’est irréversible. L’application se ferme ; les jobs qui tournent sur cet ordinateur sont arrêtés.</translation>
    </message>
    <message>
        <source>What is new in {version}</source>
        <translation>Nouveautés de {version}</translation>
    </message>
    <message>
        <source>The text comes from {host}.</source>
        <translation>Le texte provient de {host}.</translation>
    </message>
    <message>
        <source>Nothing is said of it.</source>
        <translation>Rien n’en est dit.</translation>
    </message>
    <message>
        <source>openEO Desktop {version} is there. It can be downloaded from {host}.</source>
        <translation>openEO Desktop {version} est disponible. On peut le télécharger depuis {host}.</translation>
    </message>
    <message>
        <source>Download page</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Skip it</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>Ouvrir la page de téléchargement</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Nouvelles versions</translation>
    </message>
    <message>
        <source>&amp;Look for a newer version once a day</source>
        <translation>&amp;Chercher une nouvelle version une fois par jour</translation>
    </message>
    <message>
        <source>Look &amp;now</source>
        <translation>Chercher &amp;maintenant</translation>
    </message>
    <message>
        <source>This copy of the app was not made by a release: it does not know where to look.</source>
        <translation>Cette copie de l’application ne vient pas d’une publication : elle ne sait pas où chercher.</translation>
    </message>
    <message>
        <source>It asks {host} which version is the newest, and tells nothing of you. The app never updates itself.</source>
        <translation>Elle demande à {host} quelle est la dernière version, et ne dit rien de vous. L’application ne se met jamais à jour elle-même.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>{version} is the newest version.</source>
        <translation>{version} est la dernière version.</translation>
    </message>
    <message>
        <source>{version} is there.</source>
        <translation>{version} est disponible.</translation>
    </message>
    <message>
        <source>«This computer» was set up for another version of the app. It still works.</source>
        <translation>«Cet ordinateur» a été installé pour une autre version de l’application. Il fonctionne encore.</translation>
    </message>
    <message>
        <source>Bring it up to date…</source>
        <translation>Mettre à jour…</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About openEO Desktop</source>
        <translation>À propos d’openEO Desktop</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Runs openEO batch jobs on every back-end you have an account with: lists, starts, watches, downloads, also without a network. Free software under the Apache License 2.0, without any warranty.</source>
        <translation>Exécute des jobs openEO sur chaque back-end où vous avez un compte&#x202f;: liste, démarre, suit, télécharge, aussi sans réseau. Logiciel libre sous licence Apache 2.0, sans aucune garantie.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fait avec</translation>
    </message>
    <message>
        <source>Icon of openEO Desktop</source>
        <translation>Icône d’openEO Desktop</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Dossier des données</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation>&amp;Copier les versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Licences…</source>
        <translation>&amp;Licences…</translation>
    </message>
</context>
<context>
    <name>AccountDetailsDialog</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Asking the back-end who you are…</source>
        <translation>Le back-end est interrogé sur votre identité…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Sign in to see your plan, budget and storage.</source>
        <translation>Connectez-vous pour voir votre forfait, votre budget et votre stockage.</translation>
    </message>
    <message>
        <source>The back-end does not say who you are: {error}</source>
        <translation>Le back-end ne dit pas qui vous êtes&#x202f;: {error}</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Identifiant client</translation>
    </message>
    <message>
        <source>Jobs listed</source>
        <translation>Jobs listés</translation>
    </message>
    <message>
        <source>Automatic downloads</source>
        <translation>Téléchargements automatiques</translation>
    </message>
    <message>
        <source>S&amp;witch on</source>
        <translation>Ac&amp;tiver</translation>
    </message>
    <message>
        <source>S&amp;witch off</source>
        <translation>Désac&amp;tiver</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Retirer…</translation>
    </message>
    <message>
        <source>Sign &amp;out</source>
        <translation>Se &amp;déconnecter</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>Se &amp;connecter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Liaison</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Starting the back-end of this computer…</source>
        <translation>Démarrage du back-end de cet ordinateur…</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion au back-end…</translation>
    </message>
    <message>
        <source>This code can no longer be used.</source>
        <translation>Ce code ne sert plus à rien.</translation>
    </message>
</context>
<context>
    <name>AccountDialogFace</name>
    <message>
        <source>Set up this computer first.</source>
        <translation>Installez d’abord cet ordinateur.</translation>
    </message>
    <message>
        <source>Give an address.</source>
        <translation>Donnez une adresse.</translation>
    </message>
    <message>
        <source>&amp;Get a new code</source>
        <translation>Obte&amp;nir un nouveau code</translation>
    </message>
    <message>
        <source>&amp;Open again</source>
        <translation>&amp;Rouvrir</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>C&amp;onnect</source>
        <translation>C&amp;ontinuer</translation>
    </message>
    <message>
        <source>&amp;Open {host}</source>
        <translation>&amp;Ouvrir {host}</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Se connecter</translation>
    </message>
    <message>
        <source>&amp;Sign in with {provider}</source>
        <translation>&amp;Se connecter avec {provider}</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>Précé&amp;dent</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>AccountList</name>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Ask {title} again</source>
        <translation>Interroger {title} à nouveau</translation>
    </message>
    <message>
        <source>Sign in to {title}</source>
        <translation>Se connecter à {title}</translation>
    </message>
</context>
<context>
    <name>ActionNote</name>
    <message>
        <source>Duplicate…</source>
        <translation>Dupliquer…</translation>
    </message>
</context>
<context>
    <name>ActionNotices</name>
    <message>
        <source>«{title}» waits: {back_end} runs no more of your jobs at once.</source>
        <translation>«&#xa0;{title}&#xa0;» attend&#x202f;: {back_end} n’exécute pas plus de vos jobs à la fois.</translation>
    </message>
    <message>
        <source>the back-end</source>
        <translation>le back-end</translation>
    </message>
    <message>
        <source>«{title}» has found a place and was started.</source>
        <translation>«&#xa0;{title}&#xa0;» a trouvé une place et a été démarré.</translation>
    </message>
</context>
<context>
    <name>AddJobDialog</name>
    <message>
        <source>Add job by ID</source>
        <translation>Ajouter un job par identifiant</translation>
    </message>
    <message>
        <source>No account is signed in</source>
        <translation>Aucun compte n’est connecté</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Votre saisie reste ici.</translation>
    </message>
    <message>
        <source>For a job that the list of its back-end does not show. It is kept here and looked at again with every refresh.</source>
        <translation>Pour un job que la liste de son back-end ne montre pas. Il est gardé ici et revu à chaque actualisation.</translation>
    </message>
    <message>
        <source>ID or address of the job</source>
        <translation>Identifiant ou adresse du job</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>A&amp;jouter</translation>
    </message>
    <message>
        <source>A&amp;ccount</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Job ID</source>
        <translation>&amp;Identifiant</translation>
    </message>
</context>
<context>
    <name>AddressPage</name>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>openeo.example.org</source>
        <translation>openeo.example.org</translation>
    </message>
    <message>
        <source>A small back-end that runs on this computer, with a sample collection to try things out. Nothing leaves your computer.</source>
        <translation>Un petit back-end qui tourne sur cet ordinateur, avec une collection d’exemple pour essayer. Rien ne quitte votre ordinateur.</translation>
    </message>
    <message>
        <source>Choose a public back-end or type the address of yours; https:// may be left out.</source>
        <translation>Choisissez un back-end public ou saisissez l’adresse du vôtre&#x202f;; https:// peut être omis.</translation>
    </message>
    <message>
        <source>&amp;Back-end</source>
        <translation>&amp;Back-end</translation>
    </message>
    <message>
        <source>Which openEO back-end do you use?</source>
        <translation>Quel back-end openEO utilisez-vous&#x202f;?</translation>
    </message>
</context>
<context>
    <name>AdvancedJobOptions</name>
    <message>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <source>The budget has to be a number, 0 or more.</source>
        <translation>Le budget doit être un nombre, 0 ou plus.</translation>
    </message>
    <message>
        <source>Back-end&apos;s default</source>
        <translation>Valeur du back-end</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>Your default plan</source>
        <translation>Votre forfait habituel</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>A job that reaches its budget may end with partial results, or none.</source>
        <translation>Un job qui atteint son budget peut se terminer avec des résultats partiels, ou sans aucun.</translation>
    </message>
    <message>
        <source>Log &amp;level</source>
        <translation>&amp;Niveau du journal</translation>
    </message>
    <message>
        <source>Billing &amp;plan</source>
        <translation>&amp;Forfait</translation>
    </message>
    <message>
        <source>&amp;Budget</source>
        <translation>&amp;Budget</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
</context>
<context>
    <name>AskedDownloads</name>
    <message>
        <source>Asking for the list of files…</source>
        <translation>Demande de la liste des fichiers…</translation>
    </message>
</context>
<context>
    <name>AssetPreview</name>
    <message>
        <source>Show previews</source>
        <translation>Afficher les aperçus</translation>
    </message>
    <message>
        <source>It is larger than {size}: download it to see it here.</source>
        <translation>Il dépasse {size}&#x202f;: téléchargez-le pour le voir ici.</translation>
    </message>
</context>
<context>
    <name>AutoDownloadDialog</name>
    <message>
        <source>Automatic downloads</source>
        <translation>Téléchargements automatiques</translation>
    </message>
    <message>
        <source>When a job of {account} finishes, download:</source>
        <translation>Quand un job de {account} se termine, télécharger&#x202f;:</translation>
    </message>
    <message>
        <source>&amp;Nothing</source>
        <translation>&amp;Rien</translation>
    </message>
    <message>
        <source>&amp;All its files</source>
        <translation>&amp;Tous ses fichiers</translation>
    </message>
    <message>
        <source>&amp;Only these files:</source>
        <translation>&amp;Seulement ces fichiers&#x202f;:</translation>
    </message>
    <message>
        <source>Other types</source>
        <translation>Autres types</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>An empty line lets every file through. Jobs that have finished before are left alone; a single job can be chosen in its menu: «Download when finished».</source>
        <translation>Une ligne vide laisse passer tous les fichiers. Les jobs déjà terminés ne changent pas&#x202f;; un seul job se choisit dans son menu&#x202f;: «&#xa0;Télécharger à la fin&#xa0;».</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>for example {text}</source>
        <translation>par exemple {text}</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Types</translation>
    </message>
</context>
<context>
    <name>BackEndCard</name>
    <message>
        <source>{address}  ·  openEO API {version}</source>
        <translation>{address}  ·  API openEO {version}</translation>
    </message>
</context>
<context>
    <name>BandChannels</name>
    <message>
        <source>Band {number}</source>
        <translation>Bande {number}</translation>
    </message>
</context>
<context>
    <name>BandSlider</name>
    <message>
        <source>Play (space)</source>
        <translation>Lire (espace)</translation>
    </message>
    <message>
        <source>Pause (space)</source>
        <translation>Pause (espace)</translation>
    </message>
</context>
<context>
    <name>BreakingLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
</context>
<context>
    <name>BrowserPage</name>
    <message>
        <source>Waiting for your browser…</source>
        <translation>Attente de votre navigateur…</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translation>&amp;Copier l’adresse</translation>
    </message>
    <message>
        <source>Sign in on the page of {host} that was opened, then come back here.</source>
        <translation>Connectez-vous sur la page de {host} qui s’est ouverte, puis revenez ici.</translation>
    </message>
    <message>
        <source>The browser could not be opened. Copy the address and open it in a browser of this computer.</source>
        <translation>Le navigateur n’a pas pu être ouvert. Copiez l’adresse et ouvrez-la dans un navigateur de cet ordinateur.</translation>
    </message>
    <message>
        <source>The provider names an address that is no safe web page; it is not opened.</source>
        <translation>Le fournisseur donne une adresse qui n’est pas une page web sûre&#x202f;; elle n’est pas ouverte.</translation>
    </message>
    <message>
        <source>The sign-in in the browser has ended</source>
        <translation>La connexion dans le navigateur a pris fin</translation>
    </message>
</context>
<context>
    <name>ClientForm</name>
    <message>
        <source>secret</source>
        <translation>secret</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret du client</translation>
    </message>
    <message>
        <source>P&amp;rovider</source>
        <translation>F&amp;ournisseur</translation>
    </message>
    <message>
        <source>Client &amp;secret (if it has one)</source>
        <translation>Secret d&amp;u client (s’il en a un)</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Secret d&amp;u client</translation>
    </message>
    <message>
        <source>Give the client ID.</source>
        <translation>Donnez l’identifiant client.</translation>
    </message>
    <message>
        <source>Give the client secret.</source>
        <translation>Donnez le secret du client.</translation>
    </message>
    <message>
        <source>C&amp;lient ID</source>
        <translation>&amp;Identifiant client</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns in their order</source>
        <translation>Les colonnes dans leur ordre</translation>
    </message>
    <message>
        <source>Further to the left (Alt+Up)</source>
        <translation>Plus à gauche (Alt+Haut)</translation>
    </message>
    <message>
        <source>Further to the right (Alt+Down)</source>
        <translation>Plus à droite (Alt+Bas)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The title is always shown.</source>
        <translation>Le titre est toujours affiché.</translation>
    </message>
    <message>
        <source>Where the table is too narrow, less important columns are hidden.</source>
        <translation>Quand le tableau est trop étroit, les colonnes moins importantes sont masquées.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and jobs</source>
        <translation>Commandes et jobs</translation>
    </message>
    <message>
        <source>Type a command, or the title or ID of a job</source>
        <translation>Saisissez une commande, ou le titre ou l’identifiant d’un job</translation>
    </message>
    <message>
        <source>Found commands and jobs</source>
        <translation>Commandes et jobs trouvés</translation>
    </message>
    <message>
        <source>No command and no job fits.</source>
        <translation>Aucune commande et aucun job ne convient.</translation>
    </message>
    <message>
        <source>↑ ↓  choose     Enter  do it     Esc  close</source>
        <translation>↑ ↓  choisir     Entrée  exécuter     Échap  fermer</translation>
    </message>
</context>
<context>
    <name>CompareTool</name>
    <message>
        <source>Picture of the second raster</source>
        <translation>Image du second raster</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Côte à côte</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>Terminer la comparaison</translation>
    </message>
    <message>
        <source>Right: «{name}»</source>
        <translation>À droite : « {name} »</translation>
    </message>
    <message>
        <source>Right: «{name}», warped to the coordinates of the left one</source>
        <translation>À droite : « {name} », ramené aux coordonnées de celui de gauche</translation>
    </message>
    <message>
        <source>Right: «{name}», stretched: it lies on another grid</source>
        <translation>À droite : « {name} », étiré : sa grille est différente</translation>
    </message>
    <message>
        <source>Right: «{name}» lies elsewhere: there is no place that both show</source>
        <translation>À droite : « {name} » se trouve ailleurs : aucun lieu n&apos;est visible sur les deux</translation>
    </message>
</context>
<context>
    <name>CopyableTextDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
</context>
<context>
    <name>CornerStack</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Waiting for you. The code is valid for {time} more</source>
        <translation>En attente de vous. Le code vaut encore {time}</translation>
    </message>
</context>
<context>
    <name>Crumbs</name>
    <message>
        <source>Opened processes</source>
        <translation>Processus ouverts</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Revenir à {name}</translation>
    </message>
</context>
<context>
    <name>DetailsFoot</name>
    <message>
        <source>One of {count} selected jobs: the tool bar and the menu act on all of them.</source>
        <translation>Un des {count} jobs sélectionnés&#x202f;: la barre d’outils et le menu agissent sur tous.</translation>
    </message>
</context>
<context>
    <name>DetailsMore</name>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Status history</source>
        <translation>Historique de l’état</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Liens</translation>
    </message>
    <message>
        <source>Also told by the back-end</source>
        <translation>Le back-end dit aussi</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Copy the job ID</source>
        <translation>Copier l’identifiant du job</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Aucun job sélectionné</translation>
    </message>
    <message>
        <source>Select a job in the table to see its details here.</source>
        <translation>Sélectionnez un job dans le tableau pour voir ses détails ici.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>This job is gone</source>
        <translation>Ce job n’existe plus</translation>
    </message>
    <message>
        <source>It was deleted, or its account was removed.</source>
        <translation>Il a été supprimé, ou son compte a été retiré.</translation>
    </message>
    <message>
        <source>{offline}. Shown as last seen.</source>
        <translation>{offline}. Affiché comme vu la dernière fois.</translation>
    </message>
    <message>
        <source>Shown as last seen: {reason}</source>
        <translation>Affiché comme vu la dernière fois&#x202f;: {reason}</translation>
    </message>
</context>
<context>
    <name>DeviceCodePage</name>
    <message>
        <source>&amp;Copy the code</source>
        <translation>&amp;Copier le code</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>or scan it with your phone</source>
        <translation>ou scannez-la avec votre téléphone</translation>
    </message>
    <message>
        <source>Sign in with {provider}</source>
        <translation>Se connecter avec {provider}</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Code: {code}</source>
        <translation>Code&#x202f;: {code}</translation>
    </message>
    <message>
        <source>&amp;Copied</source>
        <translation>&amp;Copié</translation>
    </message>
    <message>
        <source>This code has expired. Get a new one to go on.</source>
        <translation>Ce code a expiré. Demandez-en un nouveau pour continuer.</translation>
    </message>
    <message>
        <source>The provider names an address that is no safe web page, so it is not opened. Cancel, and tell the people who run the back-end.</source>
        <translation>Le fournisseur donne une adresse qui n’est pas une page web sûre, elle n’est donc pas ouverte. Annulez, et prévenez les responsables du back-end.</translation>
    </message>
    <message>
        <source>Open this page and sign in there:</source>
        <translation>Ouvrez cette page et connectez-vous&#x202f;:</translation>
    </message>
    <message>
        <source>When it asks for a code, enter:</source>
        <translation>Quand elle demande un code, saisissez&#x202f;:</translation>
    </message>
</context>
<context>
    <name>DownloadDialog</name>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Choisissez un dossier.</translation>
    </message>
    <message>
        <source>Folder names may hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Les noms de dossier peuvent contenir {back_end}, {title}, {id} et {date}.</translation>
    </message>
    <message>
        <source>Download to folder</source>
        <translation>Télécharger dans le dossier</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>In a folder of its own, &amp;named:</source>
        <translation>Dans un dossier à part, &amp;nommé&#x202f;:</translation>
    </message>
    <message>
        <source>Name of the job&apos;s folder</source>
        <translation>Nom du dossier du job</translation>
    </message>
    <message>
        <source>May hold {back_end}, {title}, {id} and {date}.</source>
        <translation>Peut contenir {back_end}, {title}, {id} et {date}.</translation>
    </message>
    <message>
        <source>Use this for &amp;every download from now on</source>
        <translation>Faire ainsi pour tous les téléchargements à &amp;venir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>DownloadsActions</name>
    <message>
        <source>Order</source>
        <translation>Ordre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>Retirer de la liste</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Copy the reason</source>
        <translation>Copier la raison</translation>
    </message>
    <message>
        <source>Go to job</source>
        <translation>Aller au job</translation>
    </message>
    <message>
        <source>Verify again</source>
        <translation>Vérifier à nouveau</translation>
    </message>
    <message>
        <source>Delete file…</source>
        <translation>Supprimer le fichier…</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Placer en tête</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Placer à la fin</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Choisissez d’abord un fichier.</translation>
    </message>
    <message>
        <source>Nothing chosen is finished.</source>
        <translation>Rien de ce qui est choisi n’est terminé.</translation>
    </message>
    <message>
        <source>Nothing chosen is on its way.</source>
        <translation>Rien de ce qui est choisi n’est en route.</translation>
    </message>
    <message>
        <source>Nothing chosen is paused.</source>
        <translation>Rien de ce qui est choisi n’est en pause.</translation>
    </message>
    <message>
        <source>Nothing chosen has failed.</source>
        <translation>Rien de ce qui est choisi n’a échoué.</translation>
    </message>
    <message>
        <source>Nothing chosen is still to come.</source>
        <translation>Rien de ce qui est choisi n’est encore à venir.</translation>
    </message>
    <message>
        <source>Nothing chosen is held up.</source>
        <translation>Rien de ce qui est choisi n’est retenu.</translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message>
        <source>Clear finished</source>
        <translation>Enlever les terminés</translation>
    </message>
    <message>
        <source>Filter by state</source>
        <translation>Filtrer par état</translation>
    </message>
    <message>
        <source>Speed limit</source>
        <translation>Limite de débit</translation>
    </message>
    <message>
        <source>Speed limit: {limit}</source>
        <translation>Limite de débit&#x202f;: {limit}</translation>
    </message>
</context>
<context>
    <name>DownloadsPane</name>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>No file is in this state</source>
        <translation>Aucun fichier dans cet état</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>No downloads</source>
        <translation>Aucun téléchargement</translation>
    </message>
    <message>
        <source>Result files that you download appear here, with their progress.</source>
        <translation>Les fichiers de résultats que vous téléchargez apparaissent ici, avec leur progression.</translation>
    </message>
</context>
<context>
    <name>DragHint</name>
    <message>
        <source>«{name}» is being fetched. Drag it again when it is ready.</source>
        <translation>«&#xa0;{name}&#xa0;» est en cours de téléchargement. Glissez-le à nouveau quand il sera prêt.</translation>
    </message>
    <message>
        <source>{count} files are being fetched. Drag them again when they are ready.</source>
        <translation>{count} fichiers sont en cours de téléchargement. Glissez-les à nouveau quand ils seront prêts.</translation>
    </message>
    <message>
        <source>{count} files are here now: drag them.</source>
        <translation>{count} fichiers sont là&#x202f;: glissez-les.</translation>
    </message>
    <message>
        <source>«{name}» is here now: drag it.</source>
        <translation>«&#xa0;{name}&#xa0;» est là&#x202f;: glissez-le.</translation>
    </message>
</context>
<context>
    <name>DraggedAssets</name>
    <message>
        <source>{count} of these files are not on this computer yet.</source>
        <translation>{count} de ces fichiers ne sont pas encore sur cet ordinateur.</translation>
    </message>
    <message>
        <source>«{name}» is not on this computer yet.</source>
        <translation>«&#xa0;{name}&#xa0;» n’est pas encore sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>EditJobDialog</name>
    <message>
        <source>Edit job</source>
        <translation>Modifier le job</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Dupliquer…</translation>
    </message>
    <message>
        <source>What you typed stays here.</source>
        <translation>Votre saisie reste ici.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Enregistrer</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Description</translation>
    </message>
</context>
<context>
    <name>ElidedLabel</name>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
</context>
<context>
    <name>ErrorCard</name>
    <message>
        <source>Show full log</source>
        <translation>Afficher tout le journal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the errors</source>
        <translation>Copier les erreurs</translation>
    </message>
    <message>
        <source>The job failed</source>
        <translation>Le job a échoué</translation>
    </message>
    <message>
        <source>Reading its errors…</source>
        <translation>Lecture de ses erreurs…</translation>
    </message>
    <message>
        <source>The job failed; its log cannot be read now</source>
        <translation>Le job a échoué&#x202f;; son journal ne peut pas être lu pour l’instant</translation>
    </message>
    <message>
        <source>The back-end has logged no error. The full log may tell more.</source>
        <translation>Le back-end n’a noté aucune erreur. Le journal complet en dira peut-être plus.</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} de plus</translation>
    </message>
</context>
<context>
    <name>ErrorNotice</name>
    <message>
        <source>{text} ({count} times)</source>
        <translation>{text} ({count} fois)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
</context>
<context>
    <name>ErrorPresenter</name>
    <message>
        <source>Nothing has gone wrong since the start.</source>
        <translation>Rien n’a échoué depuis le démarrage.</translation>
    </message>
    <message>
        <source>Recent messages</source>
        <translation>Messages récents</translation>
    </message>
</context>
<context>
    <name>EstimateDialog</name>
    <message>
        <source>Estimate</source>
        <translation>Estimation</translation>
    </message>
    <message>
        <source>Asking the back-end…</source>
        <translation>Le back-end est interrogé…</translation>
    </message>
    <message>
        <source>This can take a minute.</source>
        <translation>Cela peut prendre une minute.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>An estimate is no promise: the job may cost more or less in the end.</source>
        <translation>Une estimation n’engage à rien&#x202f;: le job peut finalement coûter plus ou moins.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>ExamplesMenu</name>
    <message>
        <source>There are no examples</source>
        <translation>Il n’y a pas d’exemples</translation>
    </message>
</context>
<context>
    <name>FailureCard</name>
    <message>
        <source>The error</source>
        <translation>L’erreur</translation>
    </message>
    <message>
        <source>Show the node</source>
        <translation>Afficher le nœud</translation>
    </message>
    <message>
        <source>Show node {name}</source>
        <translation>Afficher le nœud {name}</translation>
    </message>
    <message>
        <source>Show this node in the process</source>
        <translation>Afficher ce nœud dans le processus</translation>
    </message>
    <message>
        <source>Show entry</source>
        <translation>Afficher l’entrée</translation>
    </message>
    <message>
        <source>Copy the error and the advice</source>
        <translation>Copier l’erreur et le conseil</translation>
    </message>
    <message>
        <source>Close the summary</source>
        <translation>Fermer le résumé</translation>
    </message>
</context>
<context>
    <name>FeatureMap</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map, {number} of {count}: {name}</source>
        <translation>Carte, {number} sur {count} : {name}</translation>
    </message>
    <message>
        <source>Previous feature</source>
        <translation>Objet précédent</translation>
    </message>
    <message>
        <source>Previous feature (Page Up)</source>
        <translation>Objet précédent (Page préc.)</translation>
    </message>
    <message>
        <source>Next feature</source>
        <translation>Objet suivant</translation>
    </message>
    <message>
        <source>Next feature (Page Down)</source>
        <translation>Objet suivant (Page suiv.)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Copy the properties</source>
        <translation>Copier les propriétés</translation>
    </message>
</context>
<context>
    <name>FeaturePanel</name>
    <message>
        <source>Copy the properties</source>
        <translation>Copier les propriétés</translation>
    </message>
    <message>
        <source>Choose no feature</source>
        <translation>Ne choisir aucun objet</translation>
    </message>
    <message>
        <source>Properties of the chosen feature</source>
        <translation>Propriétés de l’objet choisi</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>{count} more, which «Copy» has, too</source>
        <translation>{count} de plus, que « Copier » prend aussi</translation>
    </message>
</context>
<context>
    <name>FileHandling</name>
    <message>
        <source>No file manager was found</source>
        <translation>Aucun gestionnaire de fichiers trouvé</translation>
    </message>
    <message>
        <source>The file is here:</source>
        <translation>Le fichier est ici&#x202f;:</translation>
    </message>
    <message>
        <source>The folder is:</source>
        <translation>Le dossier est&#x202f;:</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Copier le chemin</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archive</translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Take the filter away: {filter}</source>
        <translation>Enlever le filtre&#x202f;: {filter}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>This computer is ready</source>
        <translation>Cet ordinateur est prêt</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Cela prend un instant.</translation>
    </message>
    <message>
        <source>&amp;Try it on this computer</source>
        <translation>&amp;Essayer sur cet ordinateur</translation>
    </message>
</context>
<context>
    <name>GraphBar</name>
    <message>
        <source>Find in process</source>
        <translation>Chercher dans le processus</translation>
    </message>
    <message>
        <source>Nodes found</source>
        <translation>Nœuds trouvés</translation>
    </message>
    <message>
        <source>Next found node</source>
        <translation>Nœud trouvé suivant</translation>
    </message>
    <message>
        <source>Previous found node</source>
        <translation>Nœud trouvé précédent</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Show the whole graph</source>
        <translation>Afficher tout le graphe</translation>
    </message>
    <message>
        <source>Copy the node as JSON</source>
        <translation>Copier le nœud en JSON</translation>
    </message>
    <message>
        <source>Copy the whole process as JSON</source>
        <translation>Copier tout le processus en JSON</translation>
    </message>
    <message>
        <source>Save as SVG picture…</source>
        <translation>Enregistrer en image SVG…</translation>
    </message>
    <message>
        <source>Save as PNG picture…</source>
        <translation>Enregistrer en image PNG…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>GraphPane</name>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>This process has no such node.</source>
        <translation>Ce processus n’a pas ce nœud.</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} trouvé(s)</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
</context>
<context>
    <name>GraphView</name>
    <message>
        <source>Process graph with 1 node</source>
        <translation>Graphe de processus avec 1 nœud</translation>
    </message>
    <message>
        <source>Process graph with {n} nodes</source>
        <translation>Graphe de processus avec {n} nœuds</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>Histogram</source>
        <translation>Histogramme</translation>
    </message>
    <message>
        <source>Colours from {low} to {high}. Up and down choose a handle, left and right move it.</source>
        <translation>Couleurs de {low} à {high}. Haut et bas choisissent une poignée, gauche et droite la déplacent.</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Entrées de journal</translation>
    </message>
    <message>
        <source>Results described</source>
        <translation>Résultats décrits</translation>
    </message>
    <message>
        <source>Size on the disk</source>
        <translation>Taille sur le disque</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>&amp;Tidy now…</source>
        <translation>&amp;Ranger maintenant…</translation>
    </message>
    <message>
        <source>for ever</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>1 year</source>
        <translation>1 an</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} jours</translation>
    </message>
    <message>
        <source>as large as it gets</source>
        <translation>autant qu’il faut</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>{0} au plus</translation>
    </message>
    <message>
        <source>Everything is kept for ever.</source>
        <translation>Tout est gardé sans limite de durée.</translation>
    </message>
    <message>
        <source>Logs and descriptions of results that are older, or more, than you want to keep are removed from this computer. What a back-end no longer has is lost for good. Jobs stay.</source>
        <translation>Les journaux et descriptions de résultats plus anciens, ou plus nombreux, que ce que vous voulez garder sont retirés de cet ordinateur. Ce qu’un back-end n’a plus est perdu pour de bon. Les jobs restent.</translation>
    </message>
    <message>
        <source>Remove what you do not want to keep now?</source>
        <translation>Retirer maintenant ce que vous ne voulez pas garder&#x202f;?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Nothing is older or more than you want to keep.</source>
        <translation>Rien n’est plus ancien ni plus volumineux que ce que vous voulez garder.</translation>
    </message>
    <message>
        <source>Removed: {0} log entries, {1} descriptions of results.</source>
        <translation>Retirés&#x202f;: {0} entrées de journal, {1} descriptions de résultats.</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est gardé</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Combien de temps</translation>
    </message>
    <message>
        <source>&amp;Logs</source>
        <translation>&amp;Journaux</translation>
    </message>
    <message>
        <source>&amp;Descriptions of results</source>
        <translation>&amp;Descriptions de résultats</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Taille</translation>
    </message>
    <message>
        <source>Jobs themselves are never removed by this. Days count from the last change of a job.</source>
        <translation>Les jobs eux-mêmes ne sont jamais retirés ainsi. Les jours comptent à partir du dernier changement d’un job.</translation>
    </message>
</context>
<context>
    <name>HistoryTransfer</name>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>1 job exported to {1}.</source>
        <translation>1 job exporté vers {1}.</translation>
    </message>
    <message>
        <source>{0} jobs exported to {1}.</source>
        <translation>{0} jobs exportés vers {1}.</translation>
    </message>
    <message>
        <source>Jobs: {0} added, {1} completed, {2} known already.</source>
        <translation>Jobs&#x202f;: {0} ajoutés, {1} complétés, {2} déjà connus.</translation>
    </message>
    <message>
        <source>What could not be read of the file: {0} jobs.</source>
        <translation>Ce qui n’a pas pu être lu du fichier&#x202f;: {0} jobs.</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>Exporter l’historique</translation>
    </message>
    <message>
        <source>Import a history</source>
        <translation>Importer un historique</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Into a file and back</source>
        <translation>Vers un fichier et retour</translation>
    </message>
    <message>
        <source>Which jobs are exported</source>
        <translation>Quels jobs sont exportés</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Tous les jobs</translation>
    </message>
    <message>
        <source>The jobs in the table ({0})</source>
        <translation>Les jobs du tableau ({0})</translation>
    </message>
    <message>
        <source>The selected jobs ({0})</source>
        <translation>Les jobs sélectionnés ({0})</translation>
    </message>
    <message>
        <source>with lo&amp;gs</source>
        <translation>avec les j&amp;ournaux</translation>
    </message>
    <message>
        <source>with result &amp;metadata</source>
        <translation>avec les &amp;métadonnées des résultats</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exporter…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>For safe-keeping, for another computer, or for a program of your own: plain JSON, without passwords. Importing adds what is missing and overwrites nothing newer.</source>
        <translation>Pour l’archivage, un autre ordinateur ou votre propre programme&#x202f;: du JSON simple, sans mots de passe. L’import ajoute ce qui manque et n’écrase rien de plus récent.</translation>
    </message>
    <message>
        <source>Select jobs in the table first.</source>
        <translation>Sélectionnez d’abord des jobs dans le tableau.</translation>
    </message>
</context>
<context>
    <name>JobCopies</name>
    <message>
        <source>A copy of «{title}» was created and started.</source>
        <translation>Une copie de «&#xa0;{title}&#xa0;» a été créée et démarrée.</translation>
    </message>
</context>
<context>
    <name>JobExports</name>
    <message>
        <source>The job ID was copied.</source>
        <translation>L’identifiant du job a été copié.</translation>
    </message>
    <message>
        <source>{count} job IDs were copied.</source>
        <translation>{count} identifiants de jobs ont été copiés.</translation>
    </message>
    <message>
        <source>The link was copied. It selects the job in openEO Desktop.</source>
        <translation>Le lien a été copié. Il sélectionne le job dans openEO Desktop.</translation>
    </message>
    <message>
        <source>{count} links were copied.</source>
        <translation>{count} liens ont été copiés.</translation>
    </message>
    <message>
        <source>The {language} code was copied. It needs «{install}».</source>
        <translation>Le code {language} a été copié. Il nécessite «{install}».</translation>
    </message>
    <message>
        <source>Export the process graph</source>
        <translation>Exporter le graphe de processus</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export process graphs into a folder</source>
        <translation>Exporter les graphes de processus dans un dossier</translation>
    </message>
    <message>
        <source>Export process graphs</source>
        <translation>Exporter les graphes de processus</translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was saved.</source>
        <translation>L’export a été annulé. Rien n’a été enregistré.</translation>
    </message>
    <message>
        <source>Reading the processes: {done} of {total} jobs</source>
        <translation>Lecture des processus&#x202f;: {done} jobs sur {total}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Enregistré sous {name}.</translation>
    </message>
    <message>
        <source>{count} of {all} process graphs were saved in {folder}.</source>
        <translation>{count} graphes de processus sur {all} ont été enregistrés dans {folder}.</translation>
    </message>
    <message>
        <source>The link was copied.</source>
        <translation>Le lien a été copié.</translation>
    </message>
    <message>
        <source>The link was copied. It is good until {time}.</source>
        <translation>Le lien a été copié. Il est valable jusqu’à {time}.</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Aucun navigateur n’a pu être ouvert.</translation>
    </message>
</context>
<context>
    <name>JobFilterBar</name>
    <message>
        <source>Filters that are on</source>
        <translation>Filtres actifs</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout enlever</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Enlever tous les filtres</translation>
    </message>
</context>
<context>
    <name>JobFilterPanel</name>
    <message>
        <source>Filter the jobs</source>
        <translation>Filtrer les jobs</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Tous les comptes</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Any process</source>
        <translation>Tous les processus</translation>
    </message>
    <message>
        <source>Any collection</source>
        <translation>Toutes les collections</translation>
    </message>
    <message>
        <source>Least costs</source>
        <translation>Coûts minimaux</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>Most costs</source>
        <translation>Coûts maximaux</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Time of</source>
        <translation>Moment de</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Tout enlever</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Moment</translation>
    </message>
    <message>
        <source>&amp;Process</source>
        <translation>&amp;Processus</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>C&amp;ollection</translation>
    </message>
    <message>
        <source>&amp;Costs</source>
        <translation>Coû&amp;ts</translation>
    </message>
    <message>
        <source>Process and collection know only jobs whose details were read.</source>
        <translation>Processus et collection ne connaissent que les jobs dont les détails ont été lus.</translation>
    </message>
</context>
<context>
    <name>JobParameterFields</name>
    <message>
        <source>Options of this back-end</source>
        <translation>Options de ce back-end</translation>
    </message>
    <message>
        <source>The option «{name}» does not take this value. It takes: {types}.</source>
        <translation>L’option «{name}» n’accepte pas cette valeur. Elle accepte : {types}.</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>un nombre entier</translation>
    </message>
    <message>
        <source>a number, with a point</source>
        <translation>un nombre, avec un point</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true ou false</translation>
    </message>
    <message>
        <source>a list in JSON</source>
        <translation>une liste en JSON</translation>
    </message>
    <message>
        <source>an object in JSON</source>
        <translation>un objet en JSON</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatoire</translation>
    </message>
    <message>
        <source>Back-end&apos;s default</source>
        <translation>Valeur du back-end</translation>
    </message>
    <message>
        <source>Back-end&apos;s default: {value}</source>
        <translation>Valeur du back-end : {value}</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>déplié</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>replié</translation>
    </message>
</context>
<context>
    <name>JobStatus</name>
    <message>
        <source>Created</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Inconnu</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Last known: queued</source>
        <translation>Dernier état connu&#x202f;: en attente</translation>
    </message>
    <message>
        <source>Last known: running</source>
        <translation>Dernier état connu&#x202f;: en cours</translation>
    </message>
    <message>
        <source>Last known: {status}</source>
        <translation>Dernier état connu&#x202f;: {status}</translation>
    </message>
    <message>
        <source>The back-end is asked for the process of the job…</source>
        <translation>Le processus du job est demandé au back-end…</translation>
    </message>
</context>
<context>
    <name>JobsDelegate</name>
    <message>
        <source>Title of the job</source>
        <translation>Titre du job</translation>
    </message>
    <message>
        <source>No title</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>JobsHead</name>
    <message>
        <source>Filter</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Filter ({number})</source>
        <translation>Filtrer ({number})</translation>
    </message>
</context>
<context>
    <name>JobsOptions</name>
    <message>
        <source>Fi&amp;lter the jobs…</source>
        <translation>&amp;Filtrer les jobs…</translation>
    </message>
    <message>
        <source>&amp;Group by day</source>
        <translation>Grouper par &amp;jour</translation>
    </message>
    <message>
        <source>Headings between the days, in an order by a time</source>
        <translation>Des titres entre les jours, quand l’ordre suit une date</translation>
    </message>
    <message>
        <source>&amp;Exact times</source>
        <translation>Heures &amp;exactes</translation>
    </message>
    <message>
        <source>Colu&amp;mns…</source>
        <translation>&amp;Colonnes…</translation>
    </message>
    <message>
        <source>&amp;Save as a view…</source>
        <translation>Enregi&amp;strer comme vue…</translation>
    </message>
    <message>
        <source>Save t&amp;he changes of the view</source>
        <translation>Enregistrer les chan&amp;gements de la vue</translation>
    </message>
    <message>
        <source>Show the view as it was sa&amp;ved</source>
        <translation>Afficher la vue telle qu’enregis&amp;trée</translation>
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
        <translation>Les filtres ci-dessus ne laissent rien passer.</translation>
    </message>
    <message>
        <source>Nothing that fits «{text}» passes the filters above.</source>
        <translation>Rien de ce qui répond à «&#xa0;{text}&#xa0;» ne passe les filtres ci-dessus.</translation>
    </message>
    <message>
        <source>No job fits</source>
        <translation>Aucun job ne convient</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Enlever tous les filtres</translation>
    </message>
    <message>
        <source>Nothing fits «{text}» here. If it is the ID of a job that the list of its back-end does not show, it can be added.</source>
        <translation>Rien ne répond à «&#xa0;{text}&#xa0;» ici. Si c’est l’identifiant d’un job que la liste de son back-end ne montre pas, il peut être ajouté.</translation>
    </message>
    <message>
        <source>No job matches</source>
        <translation>Aucun job ne correspond</translation>
    </message>
    <message>
        <source>Add this job…</source>
        <translation>Ajouter ce job…</translation>
    </message>
    <message>
        <source>Nothing fits «{text}» here.</source>
        <translation>Rien ne répond à «&#xa0;{text}&#xa0;» ici.</translation>
    </message>
    <message>
        <source>No job is in this state.</source>
        <translation>Aucun job n’est dans cet état.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Afficher tous les jobs</translation>
    </message>
    <message>
        <source>No job is running or queued</source>
        <translation>Aucun job n’est en cours ou en file</translation>
    </message>
    <message>
        <source>No job waits to be started</source>
        <translation>Aucun job n’attend d’être démarré</translation>
    </message>
    <message>
        <source>No job failed this week</source>
        <translation>Aucun job n’a échoué cette semaine</translation>
    </message>
    <message>
        <source>No job finished this week</source>
        <translation>Aucun job ne s’est terminé cette semaine</translation>
    </message>
    <message>
        <source>These jobs are no longer here</source>
        <translation>Ces jobs ne sont plus ici</translation>
    </message>
    <message>
        <source>Listing your jobs…</source>
        <translation>Liste de vos jobs en cours…</translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Pas encore de job</translation>
    </message>
    <message>
        <source>Create one from a process graph, or drop a JSON file onto this window.</source>
        <translation>Créez-en un à partir d’un graphe de processus, ou déposez un fichier JSON sur cette fenêtre.</translation>
    </message>
    <message>
        <source>New job…</source>
        <translation>Nouveau job…</translation>
    </message>
    <message>
        <source>The jobs cannot be shown</source>
        <translation>Les jobs ne peuvent pas être affichés</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reading the jobs…</source>
        <translation>Lecture des jobs…</translation>
    </message>
</context>
<context>
    <name>JobsStates</name>
    <message>
        <source>There are no jobs yet. Add an account first.</source>
        <translation>Il n’y a pas encore de job. Ajoutez d’abord un compte.</translation>
    </message>
</context>
<context>
    <name>JobsViewing</name>
    <message>
        <source>Save the &amp;changes of «{name}»</source>
        <translation>Enregistrer les chan&amp;gements de «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Show «{name}» as it was sa&amp;ved</source>
        <translation>Afficher «&#xa0;{name}&#xa0;» tel qu’enregis&amp;tré</translation>
    </message>
</context>
<context>
    <name>JsonEditor</name>
    <message>
        <source>Process graph as JSON</source>
        <translation>Graphe de processus en JSON</translation>
    </message>
    <message>
        <source>Tab indents; Ctrl+Tab leaves the editor.</source>
        <translation>Tab indente&#x202f;; Ctrl+Tab quitte l’éditeur.</translation>
    </message>
</context>
<context>
    <name>LateProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Filter by name or licence</source>
        <translation>Filtrer par nom ou licence</translation>
    </message>
    <message>
        <source>Parts of the app</source>
        <translation>Composants de l’application</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Texte de la licence</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing has this name or licence.</source>
        <translation>Rien ne porte ce nom ni cette licence.</translation>
    </message>
    <message>
        <source>Its makers keep the text at the address above.</source>
        <translation>Le texte se trouve à l’adresse ci-dessus.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>What openEO Desktop is made of, and under which licences. Qt is used under the LGPL: its libraries are files of their own and can be replaced.</source>
        <translation>De quoi openEO Desktop est fait, et sous quelles licences. Qt est utilisé sous la LGPL : ses bibliothèques sont des fichiers à part et peuvent être remplacées.</translation>
    </message>
</context>
<context>
    <name>LineChooser</name>
    <message>
        <source>Band</source>
        <translation>Bande</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>Filtrer les courbes</translation>
    </message>
    <message>
        <source>Lines of the plot</source>
        <translation>Courbes du graphique</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Toutes</translation>
    </message>
    <message>
        <source>&amp;None</source>
        <translation>&amp;Aucune</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>Toutes les bandes</translation>
    </message>
    <message>
        <source>All areas</source>
        <translation>Toutes les zones</translation>
    </message>
</context>
<context>
    <name>LogCommands</name>
    <message>
        <source>Copy lines</source>
        <translation>Copier les lignes</translation>
    </message>
    <message>
        <source>Copy lines as JSON</source>
        <translation>Copier les lignes en JSON</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Follow new entries</source>
        <translation>Suivre les nouvelles entrées</translation>
    </message>
    <message>
        <source>Save the log as…</source>
        <translation>Enregistrer le journal sous…</translation>
    </message>
    <message>
        <source>Save the shown entries as…</source>
        <translation>Enregistrer les entrées affichées sous…</translation>
    </message>
    <message>
        <source>Only the first {count} lines were copied. To have all, save the log.</source>
        <translation>Seules les {count} premières lignes ont été copiées. Pour tout avoir, enregistrez le journal.</translation>
    </message>
</context>
<context>
    <name>LogDetail</name>
    <message>
        <source>Log entry</source>
        <translation>Entrée du journal</translation>
    </message>
    <message>
        <source>Copy this entry</source>
        <translation>Copier cette entrée</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier en texte</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copier en JSON</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Fermer l’entrée</translation>
    </message>
</context>
<context>
    <name>LogExportBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancel saving the log</source>
        <translation>Annuler l’enregistrement du journal</translation>
    </message>
    <message>
        <source>Saving the log…</source>
        <translation>Enregistrement du journal…</translation>
    </message>
    <message>
        <source>Saving the log: {done} of {total} entries</source>
        <translation>Enregistrement du journal&#x202f;: {done} entrées sur {total}</translation>
    </message>
</context>
<context>
    <name>LogFindBar</name>
    <message>
        <source>Find in log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Résultat précédent</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Résultat suivant</translation>
    </message>
    <message>
        <source>Show matching lines only</source>
        <translation>N’afficher que les lignes trouvées</translation>
    </message>
</context>
<context>
    <name>LogHeader</name>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Previous error</source>
        <translation>Erreur précédente</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Erreur suivante</translation>
    </message>
    <message>
        <source>First error</source>
        <translation>Première erreur</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
</context>
<context>
    <name>LogLinks</name>
    <message>
        <source>Show node {name}</source>
        <translation>Afficher le nœud {name}</translation>
    </message>
    <message>
        <source>Show this node in the process</source>
        <translation>Afficher ce nœud dans le processus</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Ouvrir {name}</translation>
    </message>
</context>
<context>
    <name>LogOptions</name>
    <message>
        <source>Wrap long lines</source>
        <translation>Couper les longues lignes</translation>
    </message>
    <message>
        <source>Show dates</source>
        <translation>Afficher les dates</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>LogSaving</name>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texte (*.txt)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Table, CSV (*.csv)</source>
        <translation>Tableau, CSV (*.csv)</translation>
    </message>
    <message>
        <source>{count} entries were saved as {path}.</source>
        <translation>{count} entrées ont été enregistrées sous {path}.</translation>
    </message>
    <message>
        <source>The log was not saved.</source>
        <translation>Le journal n’a pas été enregistré.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
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
        <translation>Journal</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Téléchargements</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Nothing to put on a map</source>
        <translation>Rien à mettre sur une carte</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Ce fichier ne dit pas où il se situe sur la Terre.</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
</context>
<context>
    <name>MapWindow</name>
    <message>
        <source>{title} – map</source>
        <translation>{title} – carte</translation>
    </message>
    <message>
        <source>The whole result</source>
        <translation>Le résultat entier</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy the message</source>
        <translation>Copier le message</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Fermer le message</translation>
    </message>
</context>
<context>
    <name>NavigationPane</name>
    <message>
        <source>All jobs</source>
        <translation>Tous les jobs</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vues</translation>
    </message>
    <message>
        <source>Running and queued</source>
        <translation>En cours et en file</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Pas encore démarrés</translation>
    </message>
    <message>
        <source>Failed this week</source>
        <translation>Échoués cette semaine</translation>
    </message>
    <message>
        <source>Finished this week</source>
        <translation>Terminés cette semaine</translation>
    </message>
</context>
<context>
    <name>NavigationViews</name>
    <message>
        <source>Changed, not saved</source>
        <translation>Modifiée, non enregistrée</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Renommer…</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>&amp;Monter</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>&amp;Descendre</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Delete the view «{name}»?</source>
        <translation>Supprimer la vue «&#xa0;{name}&#xa0;»&#x202f;?</translation>
    </message>
    <message>
        <source>Its filters, columns and order are forgotten. The jobs stay.</source>
        <translation>Ses filtres, ses colonnes et son ordre sont oubliés. Les jobs restent.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
</context>
<context>
    <name>NewJobDialog</name>
    <message>
        <source>New job</source>
        <translation>Nouveau job</translation>
    </message>
    <message>
        <source>Your draft is kept.</source>
        <translation>Votre brouillon est gardé.</translation>
    </message>
    <message>
        <source>Your last draft is back.</source>
        <translation>Votre dernier brouillon est de retour.</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Jeter le brouillon</translation>
    </message>
    <message>
        <source>The draft was discarded.</source>
        <translation>Le brouillon a été jeté.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Sign in to an account first.</source>
        <translation>Connectez-vous d’abord à un compte.</translation>
    </message>
    <message>
        <source>Give a process graph first.</source>
        <translation>Donnez d’abord un graphe de processus.</translation>
    </message>
    <message>
        <source>No account is signed in. Your draft is kept while you sign in.</source>
        <translation>Aucun compte n’est connecté. Votre brouillon est gardé pendant que vous vous connectez.</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
</context>
<context>
    <name>NewJobForm</name>
    <message>
        <source>Type, paste or drop a process graph here, open a file, or choose an example.</source>
        <translation>Saisissez, collez ou déposez un graphe de processus ici, ouvrez un fichier, ou choisissez un exemple.</translation>
    </message>
    <message>
        <source>No account is signed in</source>
        <translation>Aucun compte n’est connecté</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Arrêter l’envoi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Optional: what you will look for in the list</source>
        <translation>Facultatif&#x202f;: ce que vous chercherez dans la liste</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>E&amp;xemples</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Ouvrir…</translation>
    </message>
    <message>
        <source>Open a JSON file (Ctrl+O)</source>
        <translation>Ouvrir un fichier JSON (Ctrl+O)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Mettre en forme</translation>
    </message>
    <message>
        <source>Indent the JSON anew (Ctrl+Shift+L)</source>
        <translation>Indenter le JSON à nouveau (Ctrl+Maj+L)</translation>
    </message>
    <message>
        <source>&amp;Discard draft</source>
        <translation>&amp;Jeter le brouillon</translation>
    </message>
    <message>
        <source>Chec&amp;k</source>
        <translation>&amp;Vérifier</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>C&amp;réer</translation>
    </message>
    <message>
        <source>Create and &amp;start</source>
        <translation>Créer et &amp;démarrer</translation>
    </message>
    <message>
        <source>Let the back-end check the process graph</source>
        <translation>Faire vérifier le graphe de processus par le back-end</translation>
    </message>
    <message>
        <source>Create the job without starting it</source>
        <translation>Créer le job sans le démarrer</translation>
    </message>
    <message>
        <source>Create the job and start it (Ctrl+Return)</source>
        <translation>Créer le job et le démarrer (Ctrl+Entrée)</translation>
    </message>
    <message>
        <source>Process graph</source>
        <translation>Graphe de processus</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>&amp;Compte</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>Descr&amp;iption</source>
        <translation>Descr&amp;iption</translation>
    </message>
</context>
<context>
    <name>NewJobSending</name>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Checking with {back_end}…</source>
        <translation>Vérification par {back_end}…</translation>
    </message>
    <message>
        <source>Creating the job on {back_end}…</source>
        <translation>Création du job sur {back_end}…</translation>
    </message>
</context>
<context>
    <name>NewJobTexts</name>
    <message>
        <source>The text was replaced.</source>
        <translation>Le texte a été remplacé.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The draft was replaced.</source>
        <translation>Le brouillon a été remplacé.</translation>
    </message>
    <message>
        <source>Open a process graph</source>
        <translation>Ouvrir un graphe de processus</translation>
    </message>
    <message>
        <source>JSON files (*.json *.geojson);;All files (*)</source>
        <translation>Fichiers JSON (*.json *.geojson);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Only valid JSON can be formatted: mend it first.</source>
        <translation>Seul un JSON valide peut être mis en forme&#x202f;: corrigez-le d’abord.</translation>
    </message>
    <message>
        <source>Sending was stopped. The back-end may have created the job all the same; its list is read now to find out. Look into it before you send the job again.</source>
        <translation>L’envoi a été arrêté. Le back-end a peut-être créé le job malgré tout&#x202f;; sa liste est lue maintenant pour le savoir. Regardez-la avant d’envoyer le job à nouveau.</translation>
    </message>
</context>
<context>
    <name>NodePanel</name>
    <message>
        <source>The node as JSON</source>
        <translation>Le nœud en JSON</translation>
    </message>
    <message>
        <source>Show the node as JSON</source>
        <translation>Afficher le nœud en JSON</translation>
    </message>
    <message>
        <source>Copy the node as JSON</source>
        <translation>Copier le nœud en JSON</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Manquant</translation>
    </message>
    <message>
        <source>Open {name}: {process}</source>
        <translation>Ouvrir {name}&#x202f;: {process}</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
</context>
<context>
    <name>NoticesDialog</name>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>The notices cannot be shown</source>
        <translation>Les notifications ne peuvent pas être affichées</translation>
    </message>
    <message>
        <source>No notice yet</source>
        <translation>Pas encore de notification</translation>
    </message>
    <message>
        <source>When one of your jobs finishes or fails, it is told and listed here.</source>
        <translation>Quand un de vos jobs se termine ou échoue, c’est annoncé et noté ici.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Back-end</source>
        <translation>Back-end</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>&amp;Show job</source>
        <translation>&amp;Afficher le job</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>OpenWithMenu</name>
    <message>
        <source>Download it first.</source>
        <translation>Téléchargez-le d’abord.</translation>
    </message>
</context>
<context>
    <name>OpenWithTools</name>
    <message>
        <source>Show on the world map</source>
        <translation>Montrer sur la carte du monde</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Ouvrir avec</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Ce fichier ne dit pas où il se situe sur la Terre.</translation>
    </message>
</context>
<context>
    <name>PaintedFile</name>
    <message>
        <source>Painting the process graph…</source>
        <translation>Dessin du graphe de processus…</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>Hide the {what}</source>
        <translation>Masquer&#x202f;: {what}</translation>
    </message>
    <message>
        <source>Show the {what}</source>
        <translation>Afficher&#x202f;: {what}</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>&amp;User name</source>
        <translation>Nom d’&amp;utilisateur</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Give your user name.</source>
        <translation>Donnez votre nom d’utilisateur.</translation>
    </message>
    <message>
        <source>Give your password.</source>
        <translation>Donnez votre mot de passe.</translation>
    </message>
</context>
<context>
    <name>PreviewArea</name>
    <message>
        <source>Preview of the chosen file</source>
        <translation>Aperçu du fichier choisi</translation>
    </message>
    <message>
        <source>Preview as JSON</source>
        <translation>Aperçu en JSON</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Ouvrir avec</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Pas encore sur cet ordinateur</translation>
    </message>
    <message>
        <source>Fetch and show</source>
        <translation>Télécharger et afficher</translation>
    </message>
    <message>
        <source>No preview</source>
        <translation>Pas d’aperçu</translation>
    </message>
    <message>
        <source>Preview as text</source>
        <translation>Aperçu en texte</translation>
    </message>
    <message>
        <source>Open in a window of its own</source>
        <translation>Ouvrir dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Hide previews</source>
        <translation>Masquer les aperçus</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Open with</source>
        <translation>Ouvrir avec</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>Autre fichier…</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparer avec</translation>
    </message>
    <message>
        <source>Rasters (*.tif *.tiff *.nc *.png *.jp2 *.jpg)</source>
        <translation>Rasters (*.tif *.tiff *.nc *.png *.jp2 *.jpg)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>Problems of the process graph</source>
        <translation>Problèmes du graphe de processus</translation>
    </message>
    <message>
        <source>Line {line}:  {message}</source>
        <translation>Ligne {line}&#x202f;:  {message}</translation>
    </message>
</context>
<context>
    <name>ProcessEdit</name>
    <message>
        <source>A job needs a process: undo what you took away, or cancel.</source>
        <translation>Un job a besoin d’un processus&#x202f;: rétablissez ce que vous avez enlevé, ou annulez.</translation>
    </message>
    <message>
        <source>The process has a problem; it is marked below.</source>
        <translation>Le processus a un problème&#x202f;; il est marqué ci-dessous.</translation>
    </message>
    <message>
        <source>Valid so far. The back-end checks it when it is saved.</source>
        <translation>Valide jusqu’ici. Le back-end le vérifie à l’enregistrement.</translation>
    </message>
    <message>
        <source>Change the pro&amp;cess…</source>
        <translation>Changer le pro&amp;cessus…</translation>
    </message>
    <message>
        <source>Process of the job, JSON</source>
        <translation>Processus du job, JSON</translation>
    </message>
    <message>
        <source>Pro&amp;cess</source>
        <translation>Pro&amp;cessus</translation>
    </message>
</context>
<context>
    <name>ProcessFiles</name>
    <message>
        <source>Save the process</source>
        <translation>Enregistrer le processus</translation>
    </message>
    <message>
        <source>{kind} files ({pattern})</source>
        <translation>Fichiers {kind} ({pattern})</translation>
    </message>
</context>
<context>
    <name>ProcessPane</name>
    <message>
        <source>The process as JSON</source>
        <translation>Le processus en JSON</translation>
    </message>
    <message>
        <source>How the process is shown</source>
        <translation>Affichage du processus</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>New job from this…</source>
        <translation>Nouveau job à partir de ceci…</translation>
    </message>
    <message>
        <source>Copy the JSON</source>
        <translation>Copier le JSON</translation>
    </message>
    <message>
        <source>Save the JSON as a file…</source>
        <translation>Enregistrer le JSON dans un fichier…</translation>
    </message>
    <message>
        <source>No job selected</source>
        <translation>Aucun job sélectionné</translation>
    </message>
    <message>
        <source>Select a job in the table to see its process here.</source>
        <translation>Sélectionnez un job dans le tableau pour voir son processus ici.</translation>
    </message>
    <message>
        <source>No process</source>
        <translation>Aucun processus</translation>
    </message>
    <message>
        <source>The back-end does not give the process of this job.</source>
        <translation>Le back-end ne donne pas le processus de ce job.</translation>
    </message>
    <message>
        <source>Fetching the process…</source>
        <translation>Récupération du processus…</translation>
    </message>
    <message>
        <source>Not on this computer yet</source>
        <translation>Pas encore sur cet ordinateur</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>It is no longer on the back-end.</source>
        <translation>Il n’est plus sur le back-end.</translation>
    </message>
    <message>
        <source>The process is not known here</source>
        <translation>Le processus n’est pas connu ici</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Enregistré sous {name}</translation>
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
        <translation>Paiement et forfaits ({host})</translation>
    </message>
</context>
<context>
    <name>ProfilePlot</name>
    <message>
        <source>Plot of values</source>
        <translation>Graphique des valeurs</translation>
    </message>
    <message>
        <source>Distance in {unit}</source>
        <translation>Distance en {unit}</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Date (UTC)</translation>
    </message>
</context>
<context>
    <name>ProfileTool</name>
    <message>
        <source>Close the plot</source>
        <translation>Fermer le graphique</translation>
    </message>
    <message>
        <source>Values along the line</source>
        <translation>Valeurs le long de la ligne</translation>
    </message>
    <message>
        <source>The pixel over time</source>
        <translation>Le pixel au fil du temps</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>%d percent</source>
        <translation>%d pour cent</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>QR code of the address</source>
        <translation>Code QR de l’adresse</translation>
    </message>
</context>
<context>
    <name>QueueActions</name>
    <message>
        <source>Pause all</source>
        <translation>Tout mettre en pause</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Tout reprendre</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>Speed of all downloads</source>
        <translation>Débit de tous les téléchargements</translation>
    </message>
    <message>
        <source>Other limit…</source>
        <translation>Autre limite…</translation>
    </message>
    <message>
        <source>Files at once per server</source>
        <translation>Fichiers simultanés par serveur</translation>
    </message>
    <message>
        <source>Limit the speed</source>
        <translation>Limiter le débit</translation>
    </message>
    <message>
        <source>All downloads together, in KB per second (0: no limit):</source>
        <translation>Tous les téléchargements ensemble, en KB par seconde (0&#x202f;: sans limite)&#x202f;:</translation>
    </message>
</context>
<context>
    <name>Quitting</name>
    <message>
        <source>openEO Desktop quits as soon as the jobs on this computer have ended.</source>
        <translation>openEO Desktop quitte dès que les jobs de cet ordinateur sont terminés.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Rester ouvert</translation>
    </message>
</context>
<context>
    <name>RasterBar</name>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Bande</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Palette de couleurs</translation>
    </message>
    <message>
        <source>Reverse the colours</source>
        <translation>Inverser les couleurs</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Étirement</translation>
    </message>
    <message>
        <source>RGB of three bands</source>
        <translation>RVB de trois bandes</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>2 % to 98 %</source>
        <translation>2 % à 98 %</translation>
    </message>
    <message>
        <source>Minimum to maximum</source>
        <translation>Minimum à maximum</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Valeurs choisies</translation>
    </message>
</context>
<context>
    <name>RasterCanvas</name>
    <message>
        <source>Picture of the raster</source>
        <translation>Image du raster</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 shows all of it, 1 shows each pixel, arrows move.</source>
        <translation>Plus et moins zooment, 0 montre tout, 1 montre chaque pixel, les flèches déplacent.</translation>
    </message>
</context>
<context>
    <name>RasterLegend</name>
    <message>
        <source>Colours from {low} to {high} {unit}</source>
        <translation>Couleurs de {low} à {high} {unit}</translation>
    </message>
</context>
<context>
    <name>RasterLimits</name>
    <message>
        <source>Band of the picture</source>
        <translation>Bande de l&apos;image</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>One range for all three bands</source>
        <translation>Une plage pour les trois bandes</translation>
    </message>
    <message>
        <source>Lowest value of the colours</source>
        <translation>Valeur la plus basse des couleurs</translation>
    </message>
    <message>
        <source>Highest value of the colours</source>
        <translation>Valeur la plus haute des couleurs</translation>
    </message>
</context>
<context>
    <name>RasterPanel</name>
    <message>
        <source>Count every pixel</source>
        <translation>Compter chaque pixel</translation>
    </message>
    <message>
        <source>Copy the values of the pixel</source>
        <translation>Copier les valeurs du pixel</translation>
    </message>
    <message>
        <source>{band}, estimated from a smaller copy</source>
        <translation>{band}, estimé sur une copie réduite</translation>
    </message>
    <message>
        <source>Click a pixel to see the values of all bands.</source>
        <translation>Cliquez sur un pixel pour voir les valeurs de toutes les bandes.</translation>
    </message>
    <message>
        <source>{count} more are copied, not shown.</source>
        <translation>{count} autres sont copiées, mais non affichées.</translation>
    </message>
    <message>
        <source>Pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Dans la vue</translation>
    </message>
</context>
<context>
    <name>RasterSaving</name>
    <message>
        <source>Save the picture</source>
        <translation>Enregistrer l’image</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Images PNG (*.png)</translation>
    </message>
    <message>
        <source>The picture is on the clipboard.</source>
        <translation>L’image est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Saved as «{name}».</source>
        <translation>Enregistré sous « {name} ».</translation>
    </message>
</context>
<context>
    <name>RasterView</name>
    <message>
        <source>Reading the raster…</source>
        <translation>Lecture du raster…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>coarse: the file has no smaller copies of itself</source>
        <translation>approximatif : le fichier n’a pas de copies réduites de lui-même</translation>
    </message>
</context>
<context>
    <name>RasterWorkbench</name>
    <message>
        <source>Zoom in (+)</source>
        <translation>Agrandir (+)</translation>
    </message>
    <message>
        <source>Zoom out (−)</source>
        <translation>Réduire (−)</translation>
    </message>
    <message>
        <source>Show all of it (0)</source>
        <translation>Tout afficher (0)</translation>
    </message>
    <message>
        <source>Show each pixel (1)</source>
        <translation>Afficher chaque pixel (1)</translation>
    </message>
    <message>
        <source>Draw a line to see the values along it</source>
        <translation>Tracer une ligne pour voir les valeurs le long de celle-ci</translation>
    </message>
    <message>
        <source>Compare with another raster…</source>
        <translation>Comparer avec un autre raster…</translation>
    </message>
    <message>
        <source>Copy the picture (Ctrl+C)</source>
        <translation>Copier l’image (Ctrl+C)</translation>
    </message>
    <message>
        <source>Save the picture as PNG…</source>
        <translation>Enregistrer l’image en PNG…</translation>
    </message>
    <message>
        <source>Show the values beside the picture</source>
        <translation>Afficher les valeurs à côté de l’image</translation>
    </message>
</context>
<context>
    <name>RawJson</name>
    <message>
        <source>All as JSON</source>
        <translation>Tout en JSON</translation>
    </message>
    <message>
        <source>Copy all as JSON</source>
        <translation>Copier tout en JSON</translation>
    </message>
    <message>
        <source>All that the back-end says, as JSON</source>
        <translation>Tout ce que dit le back-end, en JSON</translation>
    </message>
</context>
<context>
    <name>RemovedRows</name>
    <message>
        <source>{count} files were taken off the list. They stay on the disk.</source>
        <translation>{count} fichiers ont été retirés de la liste. Ils restent sur le disque.</translation>
    </message>
    <message>
        <source>The file was taken off the list. It stays on the disk.</source>
        <translation>Le fichier a été retiré de la liste. Il reste sur le disque.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ResetLayout</name>
    <message>
        <source>The panes are where they were at first.</source>
        <translation>Les volets sont à leur place du début.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>ResultLinks</name>
    <message>
        <source>Links of the result</source>
        <translation>Liens du résultat</translation>
    </message>
    <message>
        <source>Open a page of {host}?</source>
        <translation>Ouvrir une page de {host}&#x202f;?</translation>
    </message>
    <message>
        <source>The link comes from the back-end: {address}</source>
        <translation>Le lien vient du back-end&#x202f;: {address}</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Ouvrir le navigateur</translation>
    </message>
</context>
<context>
    <name>ResultsActions</name>
    <message>
        <source>Every file is here or on its way.</source>
        <translation>Chaque fichier est ici ou en route.</translation>
    </message>
    <message>
        <source>There is no file.</source>
        <translation>Il n’y a pas de fichier.</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>Choisissez d’abord un fichier.</translation>
    </message>
    <message>
        <source>What is chosen is here or on its way.</source>
        <translation>Ce qui est choisi est ici ou en route.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Téléchargez-le d’abord.</translation>
    </message>
    <message>
        <source>No file has been downloaded yet.</source>
        <translation>Aucun fichier n’a encore été téléchargé.</translation>
    </message>
    <message>
        <source>A fresh link: whoever has it can download the file without signing in.</source>
        <translation>Un nouveau lien&#x202f;: qui le possède peut télécharger le fichier sans se connecter.</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>Ouvrir avec</translation>
    </message>
    <message>
        <source>Download all</source>
        <translation>Tout télécharger</translation>
    </message>
    <message>
        <source>Download selected</source>
        <translation>Télécharger la sélection</translation>
    </message>
    <message>
        <source>Download to…</source>
        <translation>Télécharger vers…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Copy file</source>
        <translation>Copier le fichier</translation>
    </message>
    <message>
        <source>Fetch small files ahead</source>
        <translation>Précharger les petits fichiers</translation>
    </message>
    <message>
        <source>Files up to 10 MB are fetched when results are shown: ready to be dragged.</source>
        <translation>Les fichiers jusqu’à 10 MB sont récupérés à l’affichage des résultats&#x202f;: prêts à être glissés.</translation>
    </message>
    <message>
        <source>Copy URL (secret)</source>
        <translation>Copier l’URL (secrète)</translation>
    </message>
</context>
<context>
    <name>ResultsFooter</name>
    <message>
        <source>Download all</source>
        <translation>Tout télécharger</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Download selected</source>
        <translation>Télécharger la sélection</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Plus d’actions</translation>
    </message>
</context>
<context>
    <name>ResultsHeader</name>
    <message>
        <source>Show the result on a map</source>
        <translation>Montrer le résultat sur une carte</translation>
    </message>
    <message>
        <source>Bands: {names}</source>
        <translation>Bandes&#x202f;: {names}</translation>
    </message>
</context>
<context>
    <name>ResultsPane</name>
    <message>
        <source>Filter files</source>
        <translation>Filtrer les fichiers</translation>
    </message>
    <message>
        <source>Files of the result</source>
        <translation>Fichiers du résultat</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Effacer la recherche</translation>
    </message>
</context>
<context>
    <name>SeriesPlot</name>
    <message>
        <source>Plot of values over time</source>
        <translation>Graphique des valeurs dans le temps</translation>
    </message>
</context>
<context>
    <name>SeriesView</name>
    <message>
        <source>The values are on the clipboard.</source>
        <translation>Les valeurs sont dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Saved as «{name}».</source>
        <translation>Enregistré sous «{name}».</translation>
    </message>
    <message>
        <source>Save the series</source>
        <translation>Enregistrer la série</translation>
    </message>
    <message>
        <source>Values (*.csv)</source>
        <translation>Valeurs (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Image (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Dessin (*.svg)</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} à {last}</translation>
    </message>
    <message>
        <source>The first {count} lines are drawn.</source>
        <translation>Les {count} premières courbes sont dessinées.</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>Échelle logarithmique</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Copy the values</source>
        <translation>Copier les valeurs</translation>
    </message>
    <message>
        <source>Save the values or the picture…</source>
        <translation>Enregistrer les valeurs ou l’image…</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Changes take effect at once.</source>
        <translation>Les changements prennent effet aussitôt.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Search commands and keys</source>
        <translation>Chercher des commandes et des touches</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translation>&amp;Tout copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No command fits</source>
        <translation>Aucune commande ne convient</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>&amp;Other ways to sign in…</source>
        <translation>&amp;Autres façons de se connecter…</translation>
    </message>
    <message>
        <source>There is no way to sign in.</source>
        <translation>Il n’y a aucune façon de se connecter.</translation>
    </message>
    <message>
        <source>Confirm that you want to sign in without encryption.</source>
        <translation>Confirmez que vous voulez vous connecter sans chiffrement.</translation>
    </message>
    <message>
        <source>&amp;Keep me signed in (in the system&apos;s keychain)</source>
        <translation>&amp;Rester connecté (dans le trousseau du système)</translation>
    </message>
    <message>
        <source>What is needed for it is kept in the system&apos;s keychain, never in a file.</source>
        <translation>Ce qu’il faut pour cela est gardé dans le trousseau du système, jamais dans un fichier.</translation>
    </message>
    <message>
        <source>Sign in without encryption all the same</source>
        <translation>Se connecter sans chiffrement malgré tout</translation>
    </message>
</context>
<context>
    <name>SinceBar</name>
    <message>
        <source>Jobs that have ended</source>
        <translation>Jobs terminés</translation>
    </message>
    <message>
        <source>Jobs that have ended since this time: {time}</source>
        <translation>Jobs terminés depuis cette heure&#x202f;: {time}</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Afficher tous les jobs</translation>
    </message>
</context>
<context>
    <name>StateLine</name>
    <message>
        <source>since {time}</source>
        <translation>depuis {time}</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Synchronisation paused  ·  Resume</source>
        <translation>Synchronisation en pause  ·  Reprendre</translation>
    </message>
    <message>
        <source>Ask the back-ends again for what is new</source>
        <translation>Demander à nouveau aux back-ends ce qu’il y a de neuf</translation>
    </message>
    <message>
        <source>{count} jobs selected</source>
        <translation>{count} jobs sélectionnés</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>1 new notice</source>
        <translation>1 nouvelle notification</translation>
    </message>
    <message>
        <source>{count} new notices</source>
        <translation>{count} nouvelles notifications</translation>
    </message>
    <message>
        <source>1 download</source>
        <translation>1 téléchargement</translation>
    </message>
    <message>
        <source>{count} downloads</source>
        <translation>{count} téléchargements</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>StatusChips</name>
    <message>
        <source>Filter by status</source>
        <translation>Filtrer par état</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Status: %s</source>
        <translation>État&#x202f;: %s</translation>
    </message>
</context>
<context>
    <name>StatusTimeline</name>
    <message>
        <source>Status history</source>
        <translation>Historique de l’état</translation>
    </message>
    <message>
        <source>Seen here at {time}</source>
        <translation>Vu ici à {time}</translation>
    </message>
</context>
<context>
    <name>TableView</name>
    <message>
        <source>Table of the file</source>
        <translation>Tableau du fichier</translation>
    </message>
    <message>
        <source>{rows} rows, {columns} columns</source>
        <translation>{rows} lignes, {columns} colonnes</translation>
    </message>
</context>
<context>
    <name>TermsBox</name>
    <message>
        <source>Terms of service ({host})</source>
        <translation>Conditions d’utilisation ({host})</translation>
    </message>
    <message>
        <source>Privacy policy ({host})</source>
        <translation>Politique de confidentialité ({host})</translation>
    </message>
    <message>
        <source>Read the terms of the back-end and agree to them.</source>
        <translation>Lisez les conditions du back-end et acceptez-les.</translation>
    </message>
    <message>
        <source>I agree to the terms of service and the privacy policy</source>
        <translation>J’accepte les conditions d’utilisation et la politique de confidentialité</translation>
    </message>
    <message>
        <source>I agree to the terms of service</source>
        <translation>J’accepte les conditions d’utilisation</translation>
    </message>
    <message>
        <source>I agree to the privacy policy</source>
        <translation>J’accepte la politique de confidentialité</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Text of the file</source>
        <translation>Texte du fichier</translation>
    </message>
</context>
<context>
    <name>TitleEditor</name>
    <message>
        <source>Rename (F2)</source>
        <translation>Renommer (F2)</translation>
    </message>
    <message>
        <source>Title of the account</source>
        <translation>Titre du compte</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Dismiss</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>TreeView</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Tree of the file</source>
        <translation>Arborescence du fichier</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Copier la valeur</translation>
    </message>
    <message>
        <source>Copy its path</source>
        <translation>Copier son chemin</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>Ways to look at the file</source>
        <translation>Vues du fichier</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Arborescence</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
</context>
<context>
    <name>ViewerHost</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Opening the file…</source>
        <translation>Ouverture du fichier…</translation>
    </message>
    <message>
        <source>{size} of the file fetched, in {count} requests</source>
        <translation>{size} du fichier lus, en {count} requêtes</translation>
    </message>
</context>
<context>
    <name>WhenFinished</name>
    <message>
        <source>Select a job first.</source>
        <translation>Sélectionnez d’abord un job.</translation>
    </message>
    <message>
        <source>These jobs have ended: what finished can be downloaded now.</source>
        <translation>Ces jobs ont pris fin&#x202f;: ce qui est terminé peut être téléchargé maintenant.</translation>
    </message>
    <message>
        <source>This job has finished: its results can be downloaded now.</source>
        <translation>Ce job est terminé&#x202f;: ses résultats peuvent être téléchargés maintenant.</translation>
    </message>
    <message>
        <source>These jobs will not finish any more.</source>
        <translation>Ces jobs ne se termineront plus.</translation>
    </message>
    <message>
        <source>This job will not finish any more.</source>
        <translation>Ce job ne se terminera plus.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Duplicate with chang&amp;es…</source>
        <translation>Dupliquer avec chan&amp;gements…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Modifier…</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>&amp;Relancer</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Démarrer</translation>
    </message>
    <message>
        <source>Add an account first.</source>
        <translation>Ajoutez d’abord un compte.</translation>
    </message>
    <message>
        <source>Every account is switched off. Switch one on first.</source>
        <translation>Tous les comptes sont désactivés. Activez-en d’abord un.</translation>
    </message>
    <message>
        <source>&amp;New job…</source>
        <translation>&amp;Nouveau job…</translation>
    </message>
    <message>
        <source>New job</source>
        <translation>Nouveau job</translation>
    </message>
    <message>
        <source>&amp;Open a process graph…</source>
        <translation>&amp;Ouvrir un graphe de processus…</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>&amp;Ajouter un compte…</translation>
    </message>
    <message>
        <source>A&amp;ccount…</source>
        <translation>&amp;Compte…</translation>
    </message>
    <message>
        <source>&amp;Trust a certificate file…</source>
        <translation>Accep&amp;ter un certificat…</translation>
    </message>
    <message>
        <source>Trust the s&amp;ystem&apos;s certificates only</source>
        <translation>N’accepter que les certificats du &amp;système</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historique…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Arrêter</translation>
    </message>
    <message>
        <source>&amp;Download results</source>
        <translation>&amp;Télécharger les résultats</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Download when &amp;finished</source>
        <translation>Télécharger à la &amp;fin</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Re&amp;nommer</translation>
    </message>
    <message>
        <source>&amp;Add job by ID…</source>
        <translation>A&amp;jouter un job par identifiant…</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>&amp;Refresh this job</source>
        <translation>Actualiser ce jo&amp;b</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>D&amp;upliquer…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Run a cop&amp;y…</source>
        <translation>Lancer une cop&amp;ie…</translation>
    </message>
    <message>
        <source>Est&amp;imate…</source>
        <translation>&amp;Estimer…</translation>
    </message>
    <message>
        <source>&amp;Copy job ID</source>
        <translation>&amp;Copier l’identifiant du job</translation>
    </message>
    <message>
        <source>Copy a link to the &amp;job</source>
        <translation>Copier un lien vers le &amp;job</translation>
    </message>
    <message>
        <source>Copy as &amp;JavaScript code</source>
        <translation>Copier sous forme de code &amp;JavaScript</translation>
    </message>
    <message>
        <source>Copy as &amp;Python code</source>
        <translation>Copier comme code &amp;Python</translation>
    </message>
    <message>
        <source>Copy a &amp;link to the results…</source>
        <translation>Copier un &amp;lien vers les résultats…</translation>
    </message>
    <message>
        <source>E&amp;xport the process graph…</source>
        <translation>E&amp;xporter le graphe de processus…</translation>
    </message>
    <message>
        <source>Open in the &amp;web editor…</source>
        <translation>Ouvrir dans l’éditeur &amp;web…</translation>
    </message>
    <message>
        <source>Copy as &amp;R code</source>
        <translation>Copier sous forme de code &amp;R</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualiser</translation>
    </message>
    <message>
        <source>&amp;Pause synchronisation</source>
        <translation>Mettre la synchronisation en &amp;pause</translation>
    </message>
    <message>
        <source>&amp;Find jobs</source>
        <translation>C&amp;hercher des jobs</translation>
    </message>
    <message>
        <source>&amp;Commands and jobs…</source>
        <translation>C&amp;ommandes et jobs…</translation>
    </message>
    <message>
        <source>Reset the &amp;arrangement</source>
        <translation>&amp;Rétablir la disposition</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Notices</source>
        <translation>&amp;Notifications</translation>
    </message>
    <message>
        <source>&amp;Recent messages</source>
        <translation>&amp;Messages récents</translation>
    </message>
    <message>
        <source>&amp;Diagnostics…</source>
        <translation>&amp;Diagnostic…</translation>
    </message>
    <message>
        <source>&amp;About openEO Desktop</source>
        <translation>À &amp;propos d’openEO Desktop</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>Open a process graph</source>
        <translation>Ouvrir un graphe de processus</translation>
    </message>
    <message>
        <source>JSON files (*.json *.geojson)</source>
        <translation>Fichiers JSON (*.json *.geojson)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>WindowDocks</name>
    <message>
        <source>Detach</source>
        <translation>Détacher</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>WorldMap</name>
    <message>
        <source>Map of the result&apos;s extent</source>
        <translation>Carte de l’étendue du résultat</translation>
    </message>
    <message>
        <source>Click: a larger map</source>
        <translation>Clic : une carte plus grande</translation>
    </message>
</context>
<context>
    <name>_DropOverlay</name>
    <message>
        <source>Drop to make a new job of this process graph</source>
        <translation>Déposez pour faire un nouveau job de ce graphe de processus</translation>
    </message>
</context>
<context>
    <name>_Storage</name>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>{free} free of {quota}</source>
        <translation>{free} libres sur {quota}</translation>
    </message>
    <message>
        <source>{free} free</source>
        <translation>{free} libres</translation>
    </message>
    <message>
        <source>{quota} in all</source>
        <translation>{quota} en tout</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>Add it again.</source>
        <translation>Ajoutez-le à nouveau.</translation>
    </message>
    <message>
        <source>An account needs a title.</source>
        <translation>Un compte a besoin d’un titre.</translation>
    </message>
    <message>
        <source>An address looks like https://openeo.example.org.</source>
        <translation>Une adresse ressemble à https://openeo.example.org.</translation>
    </message>
    <message>
        <source>Another copy of the app is using it: close that one. {1}</source>
        <translation>Une autre copie de l’application l’utilise&#x202f;: fermez celle-là. {1}</translation>
    </message>
    <message>
        <source>Another copy of the app works with «This computer».</source>
        <translation>Une autre copie de l’application travaille avec «Cet ordinateur».</translation>
    </message>
    <message>
        <source>Another openEO Desktop works with the folder {1}.</source>
        <translation>Un autre openEO Desktop travaille avec le dossier {1}.</translation>
    </message>
    <message>
        <source>Another window of this app has been renewing this sign-in for a long time.</source>
        <translation>Une autre fenêtre de cette application renouvelle cette connexion depuis longtemps.</translation>
    </message>
    <message>
        <source>Ask for a new code, and type it before its time is over.</source>
        <translation>Demandez un nouveau code, et saisissez-le avant son expiration.</translation>
    </message>
    <message>
        <source>Ask the back-end for an address with version 1.0 or newer.</source>
        <translation>Demandez au back-end une adresse de version 1.0 ou plus récente.</translation>
    </message>
    <message>
        <source>Ask the back-end for version 1.0 or newer.</source>
        <translation>Demandez au back-end la version 1.0 ou plus récente.</translation>
    </message>
    <message>
        <source>Change it again.</source>
        <translation>Modifiez-le à nouveau.</translation>
    </message>
    <message>
        <source>Change it in the settings of the system.</source>
        <translation>Changez-le dans les paramètres du système.</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>Check it for a slip of the keyboard.</source>
        <translation>Vérifiez qu’il n’y a pas de faute de frappe.</translation>
    </message>
    <message>
        <source>Check that it is the right file.</source>
        <translation>Vérifiez que c’est le bon fichier.</translation>
    </message>
    <message>
        <source>Check the ID and the account: only the person who created a job can see it.</source>
        <translation>Vérifiez l’identifiant et le compte&#x202f;: seule la personne qui a créé un job peut le voir.</translation>
    </message>
    <message>
        <source>Check the address of the back-end.</source>
        <translation>Vérifiez l’adresse du back-end.</translation>
    </message>
    <message>
        <source>Check the address, the date of this computer, and whether a proxy sits in between.</source>
        <translation>Vérifiez l’adresse, la date de cet ordinateur, et si un proxy se trouve entre les deux.</translation>
    </message>
    <message>
        <source>Check the address; it is the one that the back-end&apos;s documentation names for openEO.</source>
        <translation>Vérifiez l’adresse&#x202f;; c’est celle que la documentation du back-end indique pour openEO.</translation>
    </message>
    <message>
        <source>Check the address; tell the back-end&apos;s support if it is right.</source>
        <translation>Vérifiez l’adresse&#x202f;; si elle est juste, prévenez l’assistance du back-end.</translation>
    </message>
    <message>
        <source>Check the address; this may be a web page, not an openEO back-end.</source>
        <translation>Vérifiez l’adresse&#x202f;; c’est peut-être une page web, pas un back-end openEO.</translation>
    </message>
    <message>
        <source>Check the client id and secret, or try another way to sign in.</source>
        <translation>Vérifiez l’identifiant et le secret du client, ou essayez une autre façon de vous connecter.</translation>
    </message>
    <message>
        <source>Check the disk and its rights.</source>
        <translation>Vérifiez le disque et ses droits.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system (or the variable HTTPS_PROXY).</source>
        <translation>Vérifiez les réglages de proxy du système (ou la variable HTTPS_PROXY).</translation>
    </message>
    <message>
        <source>Choose a JSON file in UTF-8.</source>
        <translation>Choisissez un fichier JSON en UTF-8.</translation>
    </message>
    <message>
        <source>Choose a file or variable that has a time dimension.</source>
        <translation>Choisissez un fichier ou une variable qui a une dimension temporelle.</translation>
    </message>
    <message>
        <source>Choose a file that «Export» has written.</source>
        <translation>Choisissez un fichier écrit par «&#xa0;Exporter&#xa0;».</translation>
    </message>
    <message>
        <source>Choose a place within the picture.</source>
        <translation>Choisissez un endroit dans l’image.</translation>
    </message>
    <message>
        <source>Choose another file (certificates in PEM format) in the settings.</source>
        <translation>Choisissez un autre fichier (certificats au format PEM) dans les paramètres.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its rights.</source>
        <translation>Choisissez un autre dossier, ou changez ses droits.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>Choisissez un autre dossier, ou libérez de la place sur le disque.</translation>
    </message>
    <message>
        <source>Choose another folder, then try again.</source>
        <translation>Choisissez un autre dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another place with --profile, or free some space.</source>
        <translation>Choisissez un autre endroit avec --profile, ou libérez de la place.</translation>
    </message>
    <message>
        <source>Choose another view of it, or open it with another program.</source>
        <translation>Choisissez une autre vue, ou ouvrez le fichier avec un autre programme.</translation>
    </message>
    <message>
        <source>Choose another way to sign in.</source>
        <translation>Choisissez une autre façon de vous connecter.</translation>
    </message>
    <message>
        <source>Choose another way, or give the id of a client of your own.</source>
        <translation>Choisissez une autre façon, ou donnez l’identifiant d’un client à vous.</translation>
    </message>
    <message>
        <source>Choose one of its bands.</source>
        <translation>Choisissez une de ses bandes.</translation>
    </message>
    <message>
        <source>Choose «Start the back-end again» in the menu of «This computer».</source>
        <translation>Choisissez «&#xa0;Redémarrer le back-end&#xa0;» dans le menu de «&#xa0;Cet ordinateur&#xa0;».</translation>
    </message>
    <message>
        <source>Client credentials are a client id and a client secret.</source>
        <translation>Les identifiants client sont un identifiant et un secret.</translation>
    </message>
    <message>
        <source>Close it first, or wait until it is ready.</source>
        <translation>Fermez-la d’abord, ou attendez qu’elle ait fini.</translation>
    </message>
    <message>
        <source>Close its window (if it does not answer, end its process), or use another folder with --profile.</source>
        <translation>Fermez sa fenêtre (si elle ne répond pas, mettez fin à son processus), ou prenez un autre dossier avec --profile.</translation>
    </message>
    <message>
        <source>Close openEO Desktop and start it again: what can be read will be saved.</source>
        <translation>Fermez openEO Desktop et redémarrez-le&#x202f;: ce qui est lisible sera sauvé.</translation>
    </message>
    <message>
        <source>Close the program that uses it, or choose another way to sign in.</source>
        <translation>Fermez le programme qui l’utilise, ou choisissez une autre façon de vous connecter.</translation>
    </message>
    <message>
        <source>Compute their amplitude in the process graph, or open it with another program.</source>
        <translation>Calculez leur amplitude dans le graphe de processus, ou ouvrez le fichier avec un autre programme.</translation>
    </message>
    <message>
        <source>Copy the address and use a tool that knows this kind of storage.</source>
        <translation>Copiez l’adresse et utilisez un outil qui connaît ce genre de stockage.</translation>
    </message>
    <message>
        <source>Delete it again.</source>
        <translation>Supprimez-le à nouveau.</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Download it again; if that does not help, the back-end wrote it like this.</source>
        <translation>Téléchargez-le à nouveau ; si cela n’aide pas, c’est le back-end qui l’a écrit ainsi.</translation>
    </message>
    <message>
        <source>Download it instead.</source>
        <translation>Téléchargez-le plutôt.</translation>
    </message>
    <message>
        <source>Download it to see it.</source>
        <translation>Téléchargez-le pour le voir.</translation>
    </message>
    <message>
        <source>Download the results and share the files.</source>
        <translation>Téléchargez les résultats et partagez les fichiers.</translation>
    </message>
    <message>
        <source>Draw a line of two points or more.</source>
        <translation>Tracez une ligne de deux points ou plus.</translation>
    </message>
    <message>
        <source>Duplicate it to create it again.</source>
        <translation>Dupliquez-le pour le créer à nouveau.</translation>
    </message>
    <message>
        <source>Duplicate the job and change the copy.</source>
        <translation>Dupliquez le job et modifiez la copie.</translation>
    </message>
    <message>
        <source>Duplicate the job to run the same process as a new one.</source>
        <translation>Dupliquez le job pour exécuter le même processus comme nouveau job.</translation>
    </message>
    <message>
        <source>Enable it first.</source>
        <translation>Activez-le d’abord.</translation>
    </message>
    <message>
        <source>Expected is an object with &quot;process_graph&quot;, or the nodes of a graph themselves.</source>
        <translation>Il faut un objet avec &quot;process_graph&quot;, ou les nœuds d’un graphe eux-mêmes.</translation>
    </message>
    <message>
        <source>Export the process graph instead.</source>
        <translation>Exportez plutôt le graphe de processus.</translation>
    </message>
    <message>
        <source>Free some space or choose another folder, then try again.</source>
        <translation>Libérez de la place ou choisissez un autre dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Free some space, check the rights of the folder, then try again.</source>
        <translation>Libérez de la place, vérifiez les droits du dossier, puis réessayez.</translation>
    </message>
    <message>
        <source>Free some space, or look at the permissions of its folder.</source>
        <translation>Libérez de la place, ou regardez les droits de son dossier.</translation>
    </message>
    <message>
        <source>Free some space, then start openEO Desktop again; nothing was changed.</source>
        <translation>Libérez de la place, puis redémarrez openEO Desktop&#x202f;; rien n’a été changé.</translation>
    </message>
    <message>
        <source>Give a process graph as JSON.</source>
        <translation>Donnez un graphe de processus en JSON.</translation>
    </message>
    <message>
        <source>Give an ID such as «j-2611221119184a9c», or the address of a job.</source>
        <translation>Donnez un identifiant comme «&#xa0;j-2611221119184a9c&#xa0;», ou l’adresse d’un job.</translation>
    </message>
    <message>
        <source>Give both of them.</source>
        <translation>Donnez les deux.</translation>
    </message>
    <message>
        <source>Give it.</source>
        <translation>Donnez-le.</translation>
    </message>
    <message>
        <source>Give the address alone; the app asks for the password afterwards.</source>
        <translation>Donnez l’adresse seule&#x202f;; l’application demande le mot de passe ensuite.</translation>
    </message>
    <message>
        <source>Give the name for this back-end.</source>
        <translation>Donnez le nom pour ce back-end.</translation>
    </message>
    <message>
        <source>If you know and trust this back-end, add an account there, and open the link again.</source>
        <translation>Si vous connaissez ce back-end et lui faites confiance, ajoutez-y un compte, puis ouvrez de nouveau le lien.</translation>
    </message>
    <message>
        <source>It has: {1}.</source>
        <translation>Il a&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>It is looked for as soon as the back-end answers; do not create it again before that.</source>
        <translation>Il est recherché dès que le back-end répond&#x202f;; ne le créez pas à nouveau avant.</translation>
    </message>
    <message>
        <source>It may hold {1}.</source>
        <translation>Il peut contenir {1}.</translation>
    </message>
    <message>
        <source>Links into openEO Desktop select a job: openeo-desktop://job/back-end.example.org/job-id.</source>
        <translation>Les liens vers openEO Desktop sélectionnent un job : openeo-desktop://job/back-end.example.org/job-id.</translation>
    </message>
    <message>
        <source>Look at it in the web editor of the back-end.</source>
        <translation>Regardez-le dans l’éditeur web du back-end.</translation>
    </message>
    <message>
        <source>Look at it, then start it again.</source>
        <translation>Regardez-le, puis démarrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Look at its settings; until then sign-ins last as long as the app runs.</source>
        <translation>Voyez ses réglages&#x202f;; d’ici là, les connexions durent tant que l’application tourne.</translation>
    </message>
    <message>
        <source>Look for its window and unlock it, then try again.</source>
        <translation>Cherchez sa fenêtre et déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Look whether it is still there and whether you may read it.</source>
        <translation>Vérifiez qu’il est toujours là et que vous avez le droit de le lire.</translation>
    </message>
    <message>
        <source>Mend the process graph.</source>
        <translation>Corrigez le graphe de processus.</translation>
    </message>
    <message>
        <source>Mend the text at line {1}, column {2}.</source>
        <translation>Corrigez le texte à la ligne {1}, colonne {2}.</translation>
    </message>
    <message>
        <source>Move the file to another folder.</source>
        <translation>Déplacez le fichier dans un autre dossier.</translation>
    </message>
    <message>
        <source>No job was created. {1}</source>
        <translation>Aucun job n’a été créé. {1}</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with geopandas.</source>
        <translation>Ouvrez-le dans QGIS, ou lisez-le dans un notebook avec geopandas.</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with pandas (geopandas if it has geometries).</source>
        <translation>Ouvrez-le dans QGIS, ou lisez-le dans un notebook avec pandas (geopandas s&apos;il a des géométries).</translation>
    </message>
    <message>
        <source>Open it in QGIS, or read it in a notebook with xarray and cfgrib.</source>
        <translation>Ouvrez-le dans QGIS, ou lisez-le dans un notebook avec xarray et cfgrib.</translation>
    </message>
    <message>
        <source>Open it with another program, for example QGIS.</source>
        <translation>Ouvrez-le avec un autre programme, par exemple QGIS.</translation>
    </message>
    <message>
        <source>Open it with another program.</source>
        <translation>Ouvrez-le avec un autre programme.</translation>
    </message>
    <message>
        <source>Open it with xarray in a notebook, or write netCDF or GeoTIFF instead.</source>
        <translation>Ouvrez-le avec xarray dans un notebook, ou écrivez plutôt du netCDF ou du GeoTIFF.</translation>
    </message>
    <message>
        <source>Open the process graph from a file, if you have it in one.</source>
        <translation>Ouvrez le graphe de processus depuis un fichier, si vous l’avez ainsi.</translation>
    </message>
    <message>
        <source>Refresh the list.</source>
        <translation>Actualisez la liste.</translation>
    </message>
    <message>
        <source>Refresh the list; the job should be there.</source>
        <translation>Actualisez la liste&#x202f;; le job devrait y être.</translation>
    </message>
    <message>
        <source>Refresh the results and try again.</source>
        <translation>Actualisez les résultats et réessayez.</translation>
    </message>
    <message>
        <source>Refresh the results.</source>
        <translation>Actualisez les résultats.</translation>
    </message>
    <message>
        <source>Results are there once the job has finished.</source>
        <translation>Les résultats seront là une fois le job terminé.</translation>
    </message>
    <message>
        <source>Run it again to get its results.</source>
        <translation>Relancez-le pour obtenir ses résultats.</translation>
    </message>
    <message>
        <source>Save it as SVG instead.</source>
        <translation>Enregistrez-le plutôt en SVG.</translation>
    </message>
    <message>
        <source>See the results pane.</source>
        <translation>Voyez le volet des résultats.</translation>
    </message>
    <message>
        <source>Set a budget for the job, or try it on a small area first.</source>
        <translation>Donnez un budget au job, ou essayez-le d’abord sur une petite zone.</translation>
    </message>
    <message>
        <source>Set it up in the settings, «Advanced», or with «openeo-desktop local install».</source>
        <translation>Installez-le dans les réglages, «Avancé», ou avec «openeo-desktop local install».</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Sign in as {1}, or add a new account for {2}.</source>
        <translation>Connectez-vous en tant que {1}, ou ajoutez un nouveau compte pour {2}.</translation>
    </message>
    <message>
        <source>Sign in with name and password.</source>
        <translation>Connectez-vous avec nom et mot de passe.</translation>
    </message>
    <message>
        <source>Sign-ins last as long as the app runs; nothing is written to a file.</source>
        <translation>Les connexions durent tant que l’application tourne&#x202f;; rien n’est écrit dans un fichier.</translation>
    </message>
    <message>
        <source>Start it again, and sign in within five minutes.</source>
        <translation>Recommencez, et connectez-vous dans les cinq minutes.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Démarrez-le à nouveau.</translation>
    </message>
    <message>
        <source>Start the app again.</source>
        <translation>Redémarrez l’application.</translation>
    </message>
    <message>
        <source>Stop it again.</source>
        <translation>Arrêtez-le à nouveau.</translation>
    </message>
    <message>
        <source>Stop the job first.</source>
        <translation>Arrêtez d’abord le job.</translation>
    </message>
    <message>
        <source>Tell the back-end&apos;s support, or give the address of the API itself.</source>
        <translation>Prévenez l’assistance du back-end, ou donnez l’adresse de l’API elle-même.</translation>
    </message>
    <message>
        <source>Tell the back-end&apos;s support.</source>
        <translation>Prévenez l’assistance du back-end.</translation>
    </message>
    <message>
        <source>The account of this job is no longer there.</source>
        <translation>Le compte de ce job n’est plus là.</translation>
    </message>
    <message>
        <source>The address contains a user name or password.</source>
        <translation>L’adresse contient un nom d’utilisateur ou un mot de passe.</translation>
    </message>
    <message>
        <source>The answer of {1} is too large (over {2} MB).</source>
        <translation>La réponse de {1} est trop grande (plus de {2} MB).</translation>
    </message>
    <message>
        <source>The back-end accepted the sign-in but gave no token.</source>
        <translation>Le back-end a accepté la connexion mais n’a donné aucun jeton.</translation>
    </message>
    <message>
        <source>The back-end asked to be left alone for a while.</source>
        <translation>Le back-end a demandé qu’on le laisse tranquille un moment.</translation>
    </message>
    <message>
        <source>The back-end at {1} speaks openEO {2}; this app needs version 1.</source>
        <translation>Le back-end à {1} parle openEO {2}&#x202f;; cette application a besoin de la version 1.</translation>
    </message>
    <message>
        <source>The back-end continued the file at the wrong place.</source>
        <translation>Le back-end a repris le fichier au mauvais endroit.</translation>
    </message>
    <message>
        <source>The back-end created a job but does not say which one.</source>
        <translation>Le back-end a créé un job mais ne dit pas lequel.</translation>
    </message>
    <message>
        <source>The back-end does not accept this user name and password.</source>
        <translation>Le back-end n’accepte pas ce nom d’utilisateur et ce mot de passe.</translation>
    </message>
    <message>
        <source>The back-end does not tell the process of this job.</source>
        <translation>Le back-end ne dit pas le processus de ce job.</translation>
    </message>
    <message>
        <source>The back-end for this computer does not start.</source>
        <translation>Le back-end de cet ordinateur ne démarre pas.</translation>
    </message>
    <message>
        <source>The back-end for this computer runs, but the app cannot reach it at {1}.</source>
        <translation>Le back-end de cet ordinateur est en marche, mais l’application ne peut pas le joindre à {1}.</translation>
    </message>
    <message>
        <source>The back-end gave a token that cannot be sent.</source>
        <translation>Le back-end a donné un jeton qui ne peut pas être envoyé.</translation>
    </message>
    <message>
        <source>The back-end has no OpenID provider.</source>
        <translation>Le back-end n’a pas de fournisseur OpenID.</translation>
    </message>
    <message>
        <source>The back-end has no provider «{1}».</source>
        <translation>Le back-end n’a pas de fournisseur «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>The back-end ignored the restart: «{1}» is as it was.</source>
        <translation>Le back-end a ignoré le redémarrage&#x202f;: «&#xa0;{1}&#xa0;» est comme avant.</translation>
    </message>
    <message>
        <source>The keychain of this computer has been waiting to be unlocked for {1} minutes.</source>
        <translation>Le trousseau de cet ordinateur attend d’être déverrouillé depuis {1} minutes.</translation>
    </message>
    <message>
        <source>The keychain of this computer has been waiting to be unlocked for {1} seconds.</source>
        <translation>Le trousseau de cet ordinateur attend d’être déverrouillé depuis {1} secondes.</translation>
    </message>
    <message>
        <source>The keychain of this computer is locked or does not answer.</source>
        <translation>Le trousseau de cet ordinateur est verrouillé ou ne répond pas.</translation>
    </message>
    <message>
        <source>The keychain of this computer refused.</source>
        <translation>Le trousseau de cet ordinateur a refusé.</translation>
    </message>
    <message>
        <source>The list was read again: no job was created. Try again.</source>
        <translation>La liste a été relue&#x202f;: aucun job n’a été créé. Réessayez.</translation>
    </message>
    <message>
        <source>The back-end is busy; try again later.</source>
        <translation>Le back-end est occupé&#x202f;; réessayez plus tard.</translation>
    </message>
    <message>
        <source>A Zarr folder cannot be shown from a server.</source>
        <translation>Un dossier Zarr ne peut pas être affiché depuis un serveur.</translation>
    </message>
    <message>
        <source>A netCDF file with a quote in its name or folder cannot be shown.</source>
        <translation>Un fichier netCDF dont le nom ou le dossier contient un guillemet ne peut pas être affiché.</translation>
    </message>
    <message>
        <source>A package for «This computer» is not the one that was expected; it was not installed.</source>
        <translation>Un paquet pour «Cet ordinateur» n’est pas celui qui était attendu ; il n’a pas été installé.</translation>
    </message>
    <message>
        <source>An environment for «This computer» cannot be made with this Python.</source>
        <translation>Ce Python ne permet pas de créer un environnement pour «Cet ordinateur».</translation>
    </message>
    <message>
        <source>Another copy of the app is setting up «This computer».</source>
        <translation>Une autre copie de l’application est en train d’installer «Cet ordinateur».</translation>
    </message>
    <message>
        <source>Check the network, then try again: what has come already is kept.</source>
        <translation>Vérifiez le réseau, puis réessayez : ce qui est déjà arrivé est conservé.</translation>
    </message>
    <message>
        <source>Check the proxy settings of the system, then try again.</source>
        <translation>Vérifiez les réglages du proxy du système, puis réessayez.</translation>
    </message>
    <message>
        <source>Choose a Python from 3.11 to 3.14.</source>
        <translation>Choisissez un Python de 3.11 à 3.14.</translation>
    </message>
    <message>
        <source>Choose another Python.</source>
        <translation>Choisissez un autre Python.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose it again to see it.</source>
        <translation>Choisissez-le de nouveau pour le voir.</translation>
    </message>
    <message>
        <source>Choose it again.</source>
        <translation>Choisissez-le de nouveau.</translation>
    </message>
    <message>
        <source>Choose one to compare with.</source>
        <translation>Choisissez-en un pour la comparaison.</translation>
    </message>
    <message>
        <source>Choose the certificate file of your organisation in the settings.</source>
        <translation>Choisissez le fichier de certificats de votre organisation dans les réglages.</translation>
    </message>
    <message>
        <source>Compare it with a file of the same grid.</source>
        <translation>Comparez-le à un fichier de la même grille.</translation>
    </message>
    <message>
        <source>Could not add the job.</source>
        <translation>Impossible d’ajouter le job.</translation>
    </message>
    <message>
        <source>Could not cancel the download.</source>
        <translation>Impossible d’annuler le téléchargement.</translation>
    </message>
    <message>
        <source>Could not change the job «{1}».</source>
        <translation>Impossible de modifier le job «{1}».</translation>
    </message>
    <message>
        <source>Could not change the job.</source>
        <translation>Impossible de modifier le job.</translation>
    </message>
    <message>
        <source>Could not change the order.</source>
        <translation>Impossible de changer l’ordre.</translation>
    </message>
    <message>
        <source>Could not check the history.</source>
        <translation>Impossible de vérifier l’historique.</translation>
    </message>
    <message>
        <source>Could not copy a link to the results.</source>
        <translation>Impossible de copier un lien vers les résultats.</translation>
    </message>
    <message>
        <source>Could not copy the job as code.</source>
        <translation>Impossible de copier le job comme code.</translation>
    </message>
    <message>
        <source>Could not copy the lines.</source>
        <translation>Impossible de copier les lignes.</translation>
    </message>
    <message>
        <source>Could not copy the link.</source>
        <translation>Impossible de copier le lien.</translation>
    </message>
    <message>
        <source>Could not create the job.</source>
        <translation>Impossible de créer le job.</translation>
    </message>
    <message>
        <source>Could not delete the file.</source>
        <translation>Impossible de supprimer le fichier.</translation>
    </message>
    <message>
        <source>Could not delete the job «{1}».</source>
        <translation>Impossible de supprimer le job «{1}».</translation>
    </message>
    <message>
        <source>Could not delete the job.</source>
        <translation>Impossible de supprimer le job.</translation>
    </message>
    <message>
        <source>Could not download the results of a job that has finished.</source>
        <translation>Impossible de télécharger les résultats d’un job terminé.</translation>
    </message>
    <message>
        <source>Could not download the results of «{1}».</source>
        <translation>Impossible de télécharger les résultats de «{1}».</translation>
    </message>
    <message>
        <source>Could not download the results.</source>
        <translation>Impossible de télécharger les résultats.</translation>
    </message>
    <message>
        <source>Could not duplicate the job «{1}».</source>
        <translation>Impossible de dupliquer le job «{1}».</translation>
    </message>
    <message>
        <source>Could not duplicate the job.</source>
        <translation>Impossible de dupliquer le job.</translation>
    </message>
    <message>
        <source>Could not estimate the job.</source>
        <translation>Impossible d’estimer le job.</translation>
    </message>
    <message>
        <source>Could not export the job «{1}».</source>
        <translation>Impossible d’exporter le job «{1}».</translation>
    </message>
    <message>
        <source>Could not export the job.</source>
        <translation>Impossible d’exporter le job.</translation>
    </message>
    <message>
        <source>Could not fetch the file that was dragged.</source>
        <translation>Impossible de récupérer le fichier glissé.</translation>
    </message>
    <message>
        <source>Could not find the next error.</source>
        <translation>Impossible de trouver l’erreur suivante.</translation>
    </message>
    <message>
        <source>Could not go on with the downloads.</source>
        <translation>Impossible de poursuivre les téléchargements.</translation>
    </message>
    <message>
        <source>Could not keep the back-end of this computer running.</source>
        <translation>Impossible de maintenir en marche le back-end de cet ordinateur.</translation>
    </message>
    <message>
        <source>Could not list the jobs again.</source>
        <translation>Impossible de lister à nouveau les jobs.</translation>
    </message>
    <message>
        <source>Could not open the history.</source>
        <translation>Impossible d’ouvrir l’historique.</translation>
    </message>
    <message>
        <source>Could not open the link.</source>
        <translation>Impossible d’ouvrir le lien.</translation>
    </message>
    <message>
        <source>Could not open the preview.</source>
        <translation>Impossible d’ouvrir l’aperçu.</translation>
    </message>
    <message>
        <source>Could not pause the download.</source>
        <translation>Impossible de mettre le téléchargement en pause.</translation>
    </message>
    <message>
        <source>Could not read the file.</source>
        <translation>Impossible de lire le fichier.</translation>
    </message>
    <message>
        <source>Could not read the job.</source>
        <translation>Impossible de lire le job.</translation>
    </message>
    <message>
        <source>Could not read the log.</source>
        <translation>Impossible de lire le journal.</translation>
    </message>
    <message>
        <source>Could not read the notices.</source>
        <translation>Impossible de lire les notifications.</translation>
    </message>
    <message>
        <source>Could not read the process of the job.</source>
        <translation>Impossible de lire le processus du job.</translation>
    </message>
    <message>
        <source>Could not read the results.</source>
        <translation>Impossible de lire les résultats.</translation>
    </message>
    <message>
        <source>Could not read the selected jobs.</source>
        <translation>Impossible de lire les jobs sélectionnés.</translation>
    </message>
    <message>
        <source>Could not refresh the job.</source>
        <translation>Impossible d’actualiser le job.</translation>
    </message>
    <message>
        <source>Could not remove from the list.</source>
        <translation>Impossible de retirer de la liste.</translation>
    </message>
    <message>
        <source>Could not remove the account.</source>
        <translation>Impossible de retirer le compte.</translation>
    </message>
    <message>
        <source>Could not rename the account.</source>
        <translation>Impossible de renommer le compte.</translation>
    </message>
    <message>
        <source>Could not rename the job.</source>
        <translation>Impossible de renommer le job.</translation>
    </message>
    <message>
        <source>Could not resume the download.</source>
        <translation>Impossible de reprendre le téléchargement.</translation>
    </message>
    <message>
        <source>Could not run a copy of the job «{1}».</source>
        <translation>Impossible d’exécuter une copie du job «{1}».</translation>
    </message>
    <message>
        <source>Could not run a copy of the job.</source>
        <translation>Impossible d’exécuter une copie du job.</translation>
    </message>
    <message>
        <source>Could not save the log.</source>
        <translation>Impossible d’enregistrer le journal.</translation>
    </message>
    <message>
        <source>Could not save the picture.</source>
        <translation>Impossible d’enregistrer l’image.</translation>
    </message>
    <message>
        <source>Could not search the log.</source>
        <translation>Impossible de chercher dans le journal.</translation>
    </message>
    <message>
        <source>Could not select the job.</source>
        <translation>Impossible de sélectionner le job.</translation>
    </message>
    <message>
        <source>Could not sign in.</source>
        <translation>Impossible de se connecter.</translation>
    </message>
    <message>
        <source>Could not sign out.</source>
        <translation>Impossible de se déconnecter.</translation>
    </message>
    <message>
        <source>Could not start the back-end of this computer.</source>
        <translation>Impossible de démarrer le back-end de cet ordinateur.</translation>
    </message>
    <message>
        <source>Could not start the back-end on this computer.</source>
        <translation>Impossible de démarrer le back-end sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Could not start the job «{1}».</source>
        <translation>Impossible de démarrer le job «{1}».</translation>
    </message>
    <message>
        <source>Could not start the job.</source>
        <translation>Impossible de démarrer le job.</translation>
    </message>
    <message>
        <source>Could not start the waiting job «{1}».</source>
        <translation>Impossible de démarrer le job en attente «{1}».</translation>
    </message>
    <message>
        <source>Could not start the waiting job.</source>
        <translation>Impossible de démarrer le job en attente.</translation>
    </message>
    <message>
        <source>Could not stop the job «{1}».</source>
        <translation>Impossible d’arrêter le job «{1}».</translation>
    </message>
    <message>
        <source>Could not stop the job.</source>
        <translation>Impossible d’arrêter le job.</translation>
    </message>
    <message>
        <source>Could not switch the account off.</source>
        <translation>Impossible de désactiver le compte.</translation>
    </message>
    <message>
        <source>Could not switch the account on.</source>
        <translation>Impossible d’activer le compte.</translation>
    </message>
    <message>
        <source>Could not try the download again.</source>
        <translation>Impossible de réessayer le téléchargement.</translation>
    </message>
    <message>
        <source>Could not verify the file.</source>
        <translation>Impossible de vérifier le fichier.</translation>
    </message>
    <message>
        <source>Could not watch the accounts.</source>
        <translation>Impossible de surveiller les comptes.</translation>
    </message>
    <message>
        <source>Download it again, or open it with another program.</source>
        <translation>Téléchargez-le de nouveau, ou ouvrez-le avec un autre programme.</translation>
    </message>
    <message>
        <source>Download it first.</source>
        <translation>Téléchargez-le d’abord.</translation>
    </message>
    <message>
        <source>Download it to see all of it.</source>
        <translation>Téléchargez-le pour le voir en entier.</translation>
    </message>
    <message>
        <source>Install it from {1} (64 bit), then look again.</source>
        <translation>Installez-le depuis {1} (64 bits), puis cherchez encore.</translation>
    </message>
    <message>
        <source>Install it from {1}, or with: brew install python@3.13</source>
        <translation>Installez-le depuis {1}, ou avec : brew install python@3.13</translation>
    </message>
    <message>
        <source>Install it with the package manager of your system, then look again.</source>
        <translation>Installez-le avec le gestionnaire de paquets de votre système, puis cherchez encore.</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install python3 python3-venv</source>
        <translation>Installez-le avec : sudo apt install python3 python3-venv</translation>
    </message>
    <message>
        <source>Install it with: sudo apt install python{1}-venv</source>
        <translation>Installez-le avec : sudo apt install python{1}-venv</translation>
    </message>
    <message>
        <source>Install it with: sudo dnf install python3.13</source>
        <translation>Installez-le avec : sudo dnf install python3.13</translation>
    </message>
    <message>
        <source>Install it with: sudo zypper install python313</source>
        <translation>Installez-le avec : sudo zypper install python313</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installez l’application de nouveau.</translation>
    </message>
    <message>
        <source>It was moved or deleted. Download it again.</source>
        <translation>Il a été déplacé ou supprimé. Téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>Look at it as a tree or as text.</source>
        <translation>Regardez-le comme arbre ou comme texte.</translation>
    </message>
    <message>
        <source>Look for a newer version there by yourself, or try again later.</source>
        <translation>Cherchez-y vous-même une nouvelle version, ou réessayez plus tard.</translation>
    </message>
    <message>
        <source>Open it with another program, for example with xarray in a notebook.</source>
        <translation>Ouvrez les données avec un autre programme, par exemple avec xarray dans un notebook.</translation>
    </message>
    <message>
        <source>Open it with the program that your system has for it.</source>
        <translation>Ouvrez-le avec le programme que votre système a prévu.</translation>
    </message>
    <message>
        <source>Outlines are simplified for the screen.</source>
        <translation>Les contours sont simplifiés pour l&apos;écran.</translation>
    </message>
    <message>
        <source>Previews cannot be shown: their reader does not start.</source>
        <translation>Les aperçus ne peuvent pas être affichés : le programme qui les lit ne démarre pas.</translation>
    </message>
    <message>
        <source>Refresh the list. If the job is yours and still missing, add it with Job &gt; Add job by ID.</source>
        <translation>Actualisez la liste. Si le job est à vous et manque toujours, ajoutez-le avec «Job &gt; Ajouter un job par identifiant».</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Renommez-le.</translation>
    </message>
    <message>
        <source>So much of this file was fetched for previews that a download is better.</source>
        <translation>Une si grande partie de ce fichier a été transférée pour des aperçus qu’un téléchargement est préférable.</translation>
    </message>
    <message>
        <source>Something went wrong inside the app: the back-end was not asked.</source>
        <translation>Une erreur s’est produite dans l’application : le back-end n’a pas été interrogé.</translation>
    </message>
    <message>
        <source>Start it yourself and open the file there.</source>
        <translation>Démarrez-le vous-même et ouvrez-y le fichier.</translation>
    </message>
    <message>
        <source>Start the app again; if that does not help, install it anew.</source>
        <translation>Redémarrez l’application ; si cela n’aide pas, réinstallez-la.</translation>
    </message>
    <message>
        <source>The Python that was chosen does not start.</source>
        <translation>Le Python choisi ne démarre pas.</translation>
    </message>
    <message>
        <source>The Python {1} cannot make environments: its module venv is missing.</source>
        <translation>Le Python {1} ne peut pas créer d’environnements : son module venv manque.</translation>
    </message>
    <message>
        <source>The Python {1} is of a kind for which there are no packages.</source>
        <translation>Le Python {1} est d’une sorte pour laquelle il n’y a pas de paquets.</translation>
    </message>
    <message>
        <source>The Python {1} is one of 32 bit; 64 bit are needed.</source>
        <translation>Le Python {1} est en 32 bits ; il en faut 64.</translation>
    </message>
    <message>
        <source>The Python {1} is version {2}.</source>
        <translation>Le Python {1} est de version {2}.</translation>
    </message>
    <message>
        <source>The back-end does not answer in time.</source>
        <translation>Le back-end ne répond pas à temps.</translation>
    </message>
    <message>
        <source>The back-end for this computer is not set up.</source>
        <translation>Le back-end de cet ordinateur n’est pas installé.</translation>
    </message>
    <message>
        <source>The back-end names an address for its API that cannot be used.</source>
        <translation>Le back-end donne pour son API une adresse inutilisable.</translation>
    </message>
    <message>
        <source>The back-end no longer has this file.</source>
        <translation>Le back-end n’a plus ce fichier.</translation>
    </message>
    <message>
        <source>The back-end of this computer has stopped.</source>
        <translation>Le back-end de cet ordinateur s’est arrêté.</translation>
    </message>
    <message>
        <source>The back-end of this computer is not running.</source>
        <translation>Le back-end de cet ordinateur n’est pas en marche.</translation>
    </message>
    <message>
        <source>The back-end offers openEO {1}; this app needs version 1.</source>
        <translation>Le back-end offre openEO {1}&#x202f;; cette application a besoin de la version 1.</translation>
    </message>
    <message>
        <source>The back-end sends files only whole, so there is no preview of this one.</source>
        <translation>Le back-end n’envoie les fichiers qu’en entier, il n’y a donc pas d’aperçu de celui-ci.</translation>
    </message>
    <message>
        <source>The beginning of the file is shown.</source>
        <translation>Le début du fichier est affiché.</translation>
    </message>
    <message>
        <source>The budget or credits are used up; see your account at the back-end.</source>
        <translation>Le budget ou les crédits sont épuisés&#x202f;; voyez votre compte auprès du back-end.</translation>
    </message>
    <message>
        <source>The certificate file {1} cannot be used.</source>
        <translation>Le fichier de certificats {1} ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>The code for {1} has expired.</source>
        <translation>Le code pour {1} a expiré.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {1}.</source>
        <translation>Le fichier endommagé a été gardé sous le nom {1}.</translation>
    </message>
    <message>
        <source>The damaged file was kept as {1}. What is missing is read from your back-ends again.</source>
        <translation>Le fichier endommagé a été gardé sous le nom {1}. Ce qui manque est relu depuis vos back-ends.</translation>
    </message>
    <message>
        <source>The disk is full: {1} cannot be written to {2} ({3} free).</source>
        <translation>Le disque est plein&#x202f;: {1} ne peut pas être écrit dans {2} ({3} libres).</translation>
    </message>
    <message>
        <source>The disk is too full: {1} are needed in {2}, {3} are free.</source>
        <translation>Le disque est trop plein&#x202f;: il faut {1} dans {2}, {3} sont libres.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file does not match its checksum: damaged on the way, or at its source.</source>
        <translation>Le fichier ne correspond pas à sa somme de contrôle&#x202f;: endommagé en route, ou à sa source.</translation>
    </message>
    <message>
        <source>The file has no such band.</source>
        <translation>Le fichier n’a pas cette bande.</translation>
    </message>
    <message>
        <source>The file has {1} bytes where the results say {2}.</source>
        <translation>Le fichier a {1} octets là où les résultats en disent {2}.</translation>
    </message>
    <message>
        <source>The file has {1} bytes where {2} were announced.</source>
        <translation>Le fichier a {1} octets là où {2} étaient annoncés.</translation>
    </message>
    <message>
        <source>The file on the back-end has changed meanwhile.</source>
        <translation>Le fichier sur le back-end a changé entre-temps.</translation>
    </message>
    <message>
        <source>The file on the back-end is not the one that was begun.</source>
        <translation>Le fichier sur le back-end n’est pas celui qui avait été commencé.</translation>
    </message>
    <message>
        <source>The file {1} cannot be written ({2}).</source>
        <translation>Le fichier {1} ne peut pas être écrit ({2}).</translation>
    </message>
    <message>
        <source>The file «{1}» cannot be read ({2}).</source>
        <translation>Le fichier «&#xa0;{1}&#xa0;» ne peut pas être lu ({2}).</translation>
    </message>
    <message>
        <source>The file «{1}» holds no text.</source>
        <translation>Le fichier «&#xa0;{1}&#xa0;» ne contient pas de texte.</translation>
    </message>
    <message>
        <source>The file «{1}» is too large for a process graph (over 16 MB).</source>
        <translation>Le fichier «&#xa0;{1}&#xa0;» est trop grand pour un graphe de processus (plus de 16 MB).</translation>
    </message>
    <message>
        <source>The first {1} rows are shown.</source>
        <translation>Les {1} premières lignes sont affichées.</translation>
    </message>
    <message>
        <source>The folder {1} cannot be created ({2}).</source>
        <translation>Le dossier {1} ne peut pas être créé ({2}).</translation>
    </message>
    <message>
        <source>The folder {1} cannot be read ({2}).</source>
        <translation>Le dossier {1} ne peut pas être lu ({2}).</translation>
    </message>
    <message>
        <source>The folder {1} cannot be written.</source>
        <translation>Le dossier {1} n’est pas accessible en écriture.</translation>
    </message>
    <message>
        <source>The folder «{1}» cannot be read ({2}).</source>
        <translation>Le dossier «&#xa0;{1}&#xa0;» ne peut pas être lu ({2}).</translation>
    </message>
    <message>
        <source>The history does not take notes any more.</source>
        <translation>L’historique ne prend plus rien en note.</translation>
    </message>
    <message>
        <source>The history in {1} cannot be written ({2}).</source>
        <translation>L’historique dans {1} ne peut pas être écrit ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} could not be copied before it is led on ({2}).</source>
        <translation>L’historique dans {1} n’a pas pu être copié avant d’être continué ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} is damaged ({2}).</source>
        <translation>L’historique dans {1} est endommagé ({2}).</translation>
    </message>
    <message>
        <source>The history in {1} was written by a newer version of openEO Desktop.</source>
        <translation>L’historique dans {1} a été écrit par une version plus récente d’openEO Desktop.</translation>
    </message>
    <message>
        <source>The history was damaged and starts anew: nothing of it could be read.</source>
        <translation>L’historique était endommagé et repart de zéro&#x202f;: rien n’a pu en être lu.</translation>
    </message>
    <message>
        <source>The history was damaged. Everything in it could be saved.</source>
        <translation>L’historique était endommagé. Tout son contenu a pu être sauvé.</translation>
    </message>
    <message>
        <source>The history was damaged. It could be saved in part: jobs: {1}, log entries: {2}.</source>
        <translation>L’historique était endommagé. Il a pu être sauvé en partie&#x202f;: jobs&#x202f;: {1}, entrées de journal&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>The identity of {1} cannot be verified ({2}).</source>
        <translation>L’identité de {1} ne peut pas être vérifiée ({2}).</translation>
    </message>
    <message>
        <source>The inner network of this computer (127.0.0.1) is off, or a firewall keeps programs from it. Let the app use it. {1}</source>
        <translation>Le réseau interne de cet ordinateur (127.0.0.1) est éteint, ou un pare-feu en écarte les programmes. Laissez l’application l’utiliser. {1}</translation>
    </message>
    <message>
        <source>The job failed; its log tells more.</source>
        <translation>Le job a échoué&#x202f;; son journal en dit plus.</translation>
    </message>
    <message>
        <source>The job is looked at as soon as the back-end answers again.</source>
        <translation>Le job est revu dès que le back-end répond à nouveau.</translation>
    </message>
    <message>
        <source>The job was read again: this was not done. Try again.</source>
        <translation>Le job a été relu&#x202f;: cela n’a pas été fait. Réessayez.</translation>
    </message>
    <message>
        <source>The job {1} at {2} is not in your list.</source>
        <translation>Le job {1} chez {2} n’est pas dans votre liste.</translation>
    </message>
    <message>
        <source>The job {1} is not known here.</source>
        <translation>Le job {1} n’est pas connu ici.</translation>
    </message>
    <message>
        <source>The link leads to a job at {1}, where you have no account.</source>
        <translation>Le lien mène à un job chez {1}, où vous n’avez pas de compte.</translation>
    </message>
    <message>
        <source>The listing of the back-end is not complete at the moment.</source>
        <translation>La liste du back-end n’est pas complète en ce moment.</translation>
    </message>
    <message>
        <source>The new job</source>
        <translation>Le nouveau job</translation>
    </message>
    <message>
        <source>The packages for «This computer» cannot be fetched.</source>
        <translation>Les paquets pour «Cet ordinateur» ne peuvent pas être récupérés.</translation>
    </message>
    <message>
        <source>The packages for «This computer» could not be installed.</source>
        <translation>Les paquets pour «Cet ordinateur» n’ont pas pu être installés.</translation>
    </message>
    <message>
        <source>The page of the releases gives no usable answer.</source>
        <translation>La page des publications ne donne pas de réponse utilisable.</translation>
    </message>
    <message>
        <source>The picture could not be saved.</source>
        <translation>L’image n’a pas pu être enregistrée.</translation>
    </message>
    <message>
        <source>The picture is too large for the memory.</source>
        <translation>L’image est trop grande pour la mémoire.</translation>
    </message>
    <message>
        <source>The process of this job is nested too deeply to be shown.</source>
        <translation>Le processus de ce job est imbriqué trop profondément pour être affiché.</translation>
    </message>
    <message>
        <source>The process of this job is not known here, and the job is no longer on the back-end.</source>
        <translation>Le processus de ce job n’est pas connu ici, et le job n’est plus sur le back-end.</translation>
    </message>
    <message>
        <source>The process of this job is too complex for an estimate.</source>
        <translation>Le processus de ce job est trop complexe pour une estimation.</translation>
    </message>
    <message>
        <source>The proxy of this computer does not lead to {1}.</source>
        <translation>Le proxy de cet ordinateur ne mène pas à {1}.</translation>
    </message>
    <message>
        <source>The result has no such files.</source>
        <translation>Le résultat n’a pas ces fichiers.</translation>
    </message>
    <message>
        <source>The rows and columns of this netCDF file are not its last dimensions.</source>
        <translation>Les lignes et les colonnes de ce fichier netCDF ne sont pas ses dernières dimensions.</translation>
    </message>
    <message>
        <source>The server does not say how large this file is.</source>
        <translation>Le serveur ne dit pas quelle est la taille de ce fichier.</translation>
    </message>
    <message>
        <source>The server sent less of the file than was asked for.</source>
        <translation>Le serveur a envoyé moins du fichier que demandé.</translation>
    </message>
    <message>
        <source>The session at {1} is over.</source>
        <translation>La session à {1} est terminée.</translation>
    </message>
    <message>
        <source>The sign-in at {1} does not work: {2}.</source>
        <translation>La connexion à {1} ne fonctionne pas&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>The sign-in in the browser was not finished in time.</source>
        <translation>La connexion dans le navigateur n’a pas été achevée à temps.</translation>
    </message>
    <message>
        <source>The sign-in needs the port {1} of this computer, which cannot be used now.</source>
        <translation>La connexion a besoin du port {1} de cet ordinateur, qui est inutilisable pour l’instant.</translation>
    </message>
    <message>
        <source>The sign-in was denied at {1}.</source>
        <translation>La connexion a été refusée sur {1}.</translation>
    </message>
    <message>
        <source>The sign-in was denied at {1}: {2}.</source>
        <translation>La connexion a été refusée sur {1}&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>There is no keychain in this session.</source>
        <translation>Il n’y a pas de trousseau dans cette session.</translation>
    </message>
    <message>
        <source>There is no openEO back-end at {1}.</source>
        <translation>Il n’y a pas de back-end openEO à {1}.</translation>
    </message>
    <message>
        <source>There is no package for this system and this Python.</source>
        <translation>Il manque un paquet pour ce système et ce Python.</translation>
    </message>
    <message>
        <source>There is no password for {1}.</source>
        <translation>Il n’y a pas de mot de passe pour {1}.</translation>
    </message>
    <message>
        <source>There is no picture yet.</source>
        <translation>Il n’y a pas encore d’image.</translation>
    </message>
    <message>
        <source>There is no text.</source>
        <translation>Il n’y a pas de texte.</translation>
    </message>
    <message>
        <source>There is no user name.</source>
        <translation>Il n’y a pas de nom d’utilisateur.</translation>
    </message>
    <message>
        <source>There is nothing in this file that can be drawn on a map.</source>
        <translation>Il n’y a rien dans ce fichier qui puisse être dessiné sur une carte.</translation>
    </message>
    <message>
        <source>There is nothing to download.</source>
        <translation>Il n’y a rien à télécharger.</translation>
    </message>
    <message>
        <source>This JSON cannot be read: {1}.</source>
        <translation>Ce JSON ne peut pas être lu&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>This JSON holds no process graph.</source>
        <translation>Ce JSON ne contient pas de graphe de processus.</translation>
    </message>
    <message>
        <source>This JSON is nested too deeply for anything but text.</source>
        <translation>Ce JSON est trop imbriqué : il n’est affiché que comme texte.</translation>
    </message>
    <message>
        <source>This JSON is too large for anything but text.</source>
        <translation>Ce JSON est trop volumineux : il n’est affiché que comme texte.</translation>
    </message>
    <message>
        <source>This Zarr folder holds nothing that can be shown as a picture.</source>
        <translation>Ce dossier Zarr ne contient rien qui puisse être affiché comme image.</translation>
    </message>
    <message>
        <source>This account is no longer there.</source>
        <translation>Ce compte n’est plus là.</translation>
    </message>
    <message>
        <source>This back-end</source>
        <translation>Ce back-end</translation>
    </message>
    <message>
        <source>This back-end does not estimate jobs.</source>
        <translation>Ce back-end n’estime pas les jobs.</translation>
    </message>
    <message>
        <source>This back-end does not let jobs be changed.</source>
        <translation>Ce back-end ne permet pas de modifier les jobs.</translation>
    </message>
    <message>
        <source>This back-end does not offer it.</source>
        <translation>Ce back-end ne l’offre pas.</translation>
    </message>
    <message>
        <source>This back-end gives no link by which results can be shared.</source>
        <translation>Ce back-end ne donne pas de lien pour partager des résultats.</translation>
    </message>
    <message>
        <source>This copy of the app has no back-end for this computer.</source>
        <translation>Cette copie de l’application n’a pas de back-end pour cet ordinateur.</translation>
    </message>
    <message>
        <source>This file cannot be looked at in this way.</source>
        <translation>Ce fichier ne peut pas être vu de cette manière.</translation>
    </message>
    <message>
        <source>This file cannot be read: it is damaged, or its reader has a mistake.</source>
        <translation>Ce fichier ne peut pas être lu : il est endommagé, ou le programme qui le lit a une erreur.</translation>
    </message>
    <message>
        <source>This file does not say where on Earth it lies.</source>
        <translation>Ce fichier ne dit pas où il se trouve sur la Terre.</translation>
    </message>
    <message>
        <source>This file has ended the reader of previews before, so it is not tried again.</source>
        <translation>Ce fichier a déjà interrompu le programme qui lit les aperçus ; il n’est donc pas essayé de nouveau.</translation>
    </message>
    <message>
        <source>This file has no times.</source>
        <translation>Ce fichier n’a pas de dates.</translation>
    </message>
    <message>
        <source>This file holds complex numbers, which are not shown here.</source>
        <translation>Ce fichier contient des nombres complexes, qui ne sont pas affichés ici.</translation>
    </message>
    <message>
        <source>This file is being downloaded by another window or command.</source>
        <translation>Ce fichier est téléchargé par une autre fenêtre ou commande.</translation>
    </message>
    <message>
        <source>This file is damaged, or it is not what its name says.</source>
        <translation>Ce fichier est endommagé, ou il n’est pas ce que dit son nom.</translation>
    </message>
    <message>
        <source>This file is no longer among the results.</source>
        <translation>Ce fichier n’est plus parmi les résultats.</translation>
    </message>
    <message>
        <source>This file is no longer open.</source>
        <translation>Ce fichier n’est plus ouvert.</translation>
    </message>
    <message>
        <source>This file is no raster.</source>
        <translation>Ce fichier n’est pas un raster.</translation>
    </message>
    <message>
        <source>This file is no text, and of no kind that can be shown here.</source>
        <translation>Ce fichier n’est pas un texte, ni d’un type qui puisse être affiché ici.</translation>
    </message>
    <message>
        <source>This file is too large to be shown before it is downloaded.</source>
        <translation>Ce fichier est trop grand pour être affiché avant d’être téléchargé.</translation>
    </message>
    <message>
        <source>This file is too large to be shown here.</source>
        <translation>Ce fichier est trop grand pour être affiché ici.</translation>
    </message>
    <message>
        <source>This file lies at an address that cannot be downloaded ({1}).</source>
        <translation>Ce fichier se trouve à une adresse qui ne peut pas être téléchargée ({1}).</translation>
    </message>
    <message>
        <source>This file takes too long to be read, so there is no preview of it.</source>
        <translation>La lecture de ce fichier prend trop de temps, il n’y a donc pas d’aperçu.</translation>
    </message>
    <message>
        <source>This folder cannot be read for a preview.</source>
        <translation>Ce dossier ne peut pas être lu pour un aperçu.</translation>
    </message>
    <message>
        <source>This folder template cannot be used.</source>
        <translation>Ce modèle de dossier ne peut pas être utilisé.</translation>
    </message>
    <message>
        <source>This is Zarr of version 3, which is not shown here.</source>
        <translation>C’est du Zarr de version 3, qui n’est pas affiché ici.</translation>
    </message>
    <message>
        <source>This is a GRIB file, which is not shown here.</source>
        <translation>C&apos;est un fichier GRIB, qui ne s&apos;affiche pas ici.</translation>
    </message>
    <message>
        <source>This is a Parquet file, which is not shown here.</source>
        <translation>C&apos;est un fichier Parquet, qui ne s&apos;affiche pas ici.</translation>
    </message>
    <message>
        <source>This is a failure of the back-end; try again, then tell its support.</source>
        <translation>C’est une défaillance du back-end&#x202f;; réessayez, puis signalez-la à son assistance.</translation>
    </message>
    <message>
        <source>This is a file of vector features that is not shown here.</source>
        <translation>C&apos;est un fichier d&apos;entités vectorielles, qui ne s&apos;affiche pas ici.</translation>
    </message>
    <message>
        <source>This is an archive of files.</source>
        <translation>C’est une archive de fichiers.</translation>
    </message>
    <message>
        <source>This is no line.</source>
        <translation>Ce n’est pas une ligne.</translation>
    </message>
    <message>
        <source>This is no valid JSON.</source>
        <translation>Ce n’est pas du JSON valide.</translation>
    </message>
    <message>
        <source>This is not a link to a job.</source>
        <translation>Ce n’est pas un lien vers un job.</translation>
    </message>
    <message>
        <source>This is not the ID of a job.</source>
        <translation>Ce n’est pas l’identifiant d’un job.</translation>
    </message>
    <message>
        <source>This is not valid JSON: {1}.</source>
        <translation>Ce n’est pas du JSON valide&#x202f;: {1}.</translation>
    </message>
    <message>
        <source>This job was canceled before it wrote any file.</source>
        <translation>Ce job a été annulé avant d’avoir écrit un fichier.</translation>
    </message>
    <message>
        <source>This kind of file cannot be shown here.</source>
        <translation>Ce type de fichier ne peut pas être affiché ici.</translation>
    </message>
    <message>
        <source>This netCDF file holds nothing that can be shown as a picture.</source>
        <translation>Ce fichier netCDF ne contient rien qui puisse être affiché comme image.</translation>
    </message>
    <message>
        <source>This place is outside of the picture.</source>
        <translation>Cet endroit est en dehors de l’image.</translation>
    </message>
    <message>
        <source>This process is nested too deeply for Python.</source>
        <translation>Ce processus est imbriqué trop profondément pour Python.</translation>
    </message>
    <message>
        <source>This process is nested too deeply to be written as code.</source>
        <translation>Ce processus est imbriqué trop profondément pour être écrit sous forme de code.</translation>
    </message>
    <message>
        <source>This sign-in belongs to {1}, but the account is {2}&apos;s.</source>
        <translation>Cette connexion est celle de {1}, mais le compte est à {2}.</translation>
    </message>
    <message>
        <source>This text is too large for a process graph (over 16 MB).</source>
        <translation>Ce texte est trop grand pour un graphe de processus (plus de 16 MB).</translation>
    </message>
    <message>
        <source>This way to sign in needs a client id and a client secret.</source>
        <translation>Cette façon de se connecter a besoin d’un identifiant et d’un secret de client.</translation>
    </message>
    <message>
        <source>This way to sign in needs a person.</source>
        <translation>Cette façon de se connecter a besoin d’une personne.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, check the network.</source>
        <translation>Réessayez dans un instant&#x202f;; si cela continue, vérifiez le réseau.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it goes on, close the other one.</source>
        <translation>Réessayez dans un instant&#x202f;; si cela continue, fermez l’autre.</translation>
    </message>
    <message>
        <source>Try again, and allow it there, or sign in as somebody else.</source>
        <translation>Réessayez, et autorisez-le là-bas, ou connectez-vous sous un autre nom.</translation>
    </message>
    <message>
        <source>Try again, or another way to sign in.</source>
        <translation>Réessayez, ou prenez une autre façon de vous connecter.</translation>
    </message>
    <message>
        <source>Try again, or choose another Python.</source>
        <translation>Réessayez, ou choisissez un autre Python.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Try again: it is fetched from its beginning.</source>
        <translation>Réessayez&#x202f;: il est repris depuis le début.</translation>
    </message>
    <message>
        <source>Try again; if it goes on, tell the support of the back-end.</source>
        <translation>Réessayez&#x202f;; si cela continue, prévenez l’assistance du back-end.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask who runs the network.</source>
        <translation>Réessayez ; si cela persiste, demandez à qui gère le réseau.</translation>
    </message>
    <message>
        <source>Try again; tell the back-end&apos;s support if it stays so.</source>
        <translation>Réessayez&#x202f;; si cela persiste, prévenez l’assistance du back-end.</translation>
    </message>
    <message>
        <source>Try it on a small area first and look at the costs of that job.</source>
        <translation>Essayez-le d’abord sur une petite zone et regardez le coût de ce job-là.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Saisissez-en un.</translation>
    </message>
    <message>
        <source>Unlock it, then try again.</source>
        <translation>Déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>Unpack it, then open the files that are in it.</source>
        <translation>Décompressez-la, puis ouvrez les fichiers qu’elle contient.</translation>
    </message>
    <message>
        <source>Update the app, or start it with another --profile.</source>
        <translation>Mettez l’application à jour, ou démarrez-la avec un autre --profile.</translation>
    </message>
    <message>
        <source>Update this app, then import it again.</source>
        <translation>Mettez cette application à jour, puis importez à nouveau.</translation>
    </message>
    <message>
        <source>Use the openEO Web Editor for this back-end, or add another one.</source>
        <translation>Utilisez l’openEO Web Editor pour ce back-end, ou ajoutez-en un autre.</translation>
    </message>
    <message>
        <source>Wait a moment.</source>
        <translation>Attendez un instant.</translation>
    </message>
    <message>
        <source>Wait until it is done.</source>
        <translation>Attendez que ce soit fait.</translation>
    </message>
    <message>
        <source>Wait until it is shown.</source>
        <translation>Attendez qu’elle soit affichée.</translation>
    </message>
    <message>
        <source>What starts with the computer could not be changed ({1}).</source>
        <translation>Ce qui démarre avec l’ordinateur n’a pas pu être changé ({1}).</translation>
    </message>
    <message>
        <source>Your account may not do this; ask the back-end&apos;s support.</source>
        <translation>Votre compte n’en a pas le droit&#x202f;; demandez à l’assistance du back-end.</translation>
    </message>
    <message>
        <source>Your account there may not be approved yet; ask the back-end&apos;s support.</source>
        <translation>Votre compte n’y est peut-être pas encore approuvé&#x202f;; demandez à l’assistance du back-end.</translation>
    </message>
    <message>
        <source>Your provider or back-end gives them out for a client of your own.</source>
        <translation>Votre fournisseur ou votre back-end les délivre pour un client à vous.</translation>
    </message>
    <message>
        <source>it answers in the name of another provider</source>
        <translation>il répond au nom d’un autre fournisseur</translation>
    </message>
    <message>
        <source>it does not name its providers</source>
        <translation>il ne nomme pas ses fournisseurs</translation>
    </message>
    <message>
        <source>it gave a token of another kind than «bearer»</source>
        <translation>il a donné un jeton d’un autre type que «&#xa0;bearer&#xa0;»</translation>
    </message>
    <message>
        <source>it gave no code to type</source>
        <translation>il n’a pas donné de code à saisir</translation>
    </message>
    <message>
        <source>it gave no device code</source>
        <translation>il n’a pas donné de code d’appareil</translation>
    </message>
    <message>
        <source>it gave no token that can be used</source>
        <translation>il n’a pas donné de jeton utilisable</translation>
    </message>
    <message>
        <source>it names a page that must not be opened</source>
        <translation>il nomme une page qui ne doit pas être ouverte</translation>
    </message>
    <message>
        <source>it names an address that is not an encrypted one (https)</source>
        <translation>il nomme une adresse qui n’est pas chiffrée (https)</translation>
    </message>
    <message>
        <source>it names no address to get a token from</source>
        <translation>il ne nomme aucune adresse où obtenir un jeton</translation>
    </message>
    <message>
        <source>it redirects a request that must not be redirected</source>
        <translation>il redirige une requête qui ne doit pas l’être</translation>
    </message>
    <message>
        <source>it stopped answering</source>
        <translation>les réponses ont cessé</translation>
    </message>
    <message>
        <source>its address is not an encrypted one (https)</source>
        <translation>son adresse n’est pas chiffrée (https)</translation>
    </message>
    <message>
        <source>its answer belongs to another sign-in</source>
        <translation>sa réponse appartient à une autre connexion</translation>
    </message>
    <message>
        <source>its answer is no JSON object</source>
        <translation>sa réponse n’est pas un objet JSON</translation>
    </message>
    <message>
        <source>its answer is too large</source>
        <translation>sa réponse est trop grande</translation>
    </message>
    <message>
        <source>its certificate has expired</source>
        <translation>le certificat a expiré</translation>
    </message>
    <message>
        <source>its certificate is for another name</source>
        <translation>le certificat est pour un autre nom</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>pas de connexion</translation>
    </message>
    <message>
        <source>nobody whom this computer trusts has signed its certificate</source>
        <translation>personne à qui cet ordinateur fait confiance n’a signé le certificat</translation>
    </message>
    <message>
        <source>nothing listens there</source>
        <translation>rien n’écoute à cet endroit</translation>
    </message>
    <message>
        <source>the answer in the browser came from somebody else</source>
        <translation>la réponse dans le navigateur venait de quelqu’un d’autre</translation>
    </message>
    <message>
        <source>the connection broke</source>
        <translation>la connexion s’est rompue</translation>
    </message>
    <message>
        <source>there is no such name, or no network</source>
        <translation>ce nom n’existe pas, ou il n’y a pas de réseau</translation>
    </message>
    <message>
        <source>{1} It is not known yet whether the back-end did what was asked.</source>
        <translation>{1} On ne sait pas encore si le back-end a fait ce qui lui était demandé.</translation>
    </message>
    <message>
        <source>{1} It is not known yet whether the job was created.</source>
        <translation>{1} On ne sait pas encore si le job a été créé.</translation>
    </message>
    <message>
        <source>{1} answered the sign-in with HTTP status {2}.</source>
        <translation>{1} a répondu à la connexion par l’état HTTP {2}.</translation>
    </message>
    <message>
        <source>{1} answered with HTTP status {2}.</source>
        <translation>{1} a répondu par le statut HTTP {2}.</translation>
    </message>
    <message>
        <source>{1} answers with something that cannot be read.</source>
        <translation>{1} répond quelque chose qui ne peut pas être lu.</translation>
    </message>
    <message>
        <source>{1} asks for patience.</source>
        <translation>{1} demande de patienter.</translation>
    </message>
    <message>
        <source>{1} asks for sign-in.</source>
        <translation>{1} demande une connexion.</translation>
    </message>
    <message>
        <source>{1} cannot be reached ({2}).</source>
        <translation>{1} ne peut pas être joint ({2}).</translation>
    </message>
    <message>
        <source>{1} cannot be read ({2}).</source>
        <translation>{1} ne peut pas être lu ({2}).</translation>
    </message>
    <message>
        <source>{1} cannot be written to {2}: {3}.</source>
        <translation>{1} ne peut pas être écrit dans {2}&#x202f;: {3}.</translation>
    </message>
    <message>
        <source>{1} cannot sign in anybody right now (HTTP status {2}).</source>
        <translation>{1} ne peut connecter personne pour l’instant (état HTTP {2}).</translation>
    </message>
    <message>
        <source>{1} did not answer in JSON.</source>
        <translation>{1} n’a pas répondu en JSON.</translation>
    </message>
    <message>
        <source>{1} does not accept this client.</source>
        <translation>{1} n’accepte pas ce client.</translation>
    </message>
    <message>
        <source>{1} does not accept this client: {2}.</source>
        <translation>{1} n’accepte pas ce client&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>{1} does not accept this sign-in.</source>
        <translation>{1} n’accepte pas cette connexion.</translation>
    </message>
    <message>
        <source>{1} does not accept this user name and password.</source>
        <translation>{1} n’accepte pas ce nom d’utilisateur et ce mot de passe.</translation>
    </message>
    <message>
        <source>{1} does not answer in time.</source>
        <translation>{1} ne répond pas à temps.</translation>
    </message>
    <message>
        <source>{1} does not give this file (HTTP {2}).</source>
        <translation>{1} ne donne pas ce fichier (HTTP {2}).</translation>
    </message>
    <message>
        <source>{1} does not offer the sign-in by a code.</source>
        <translation>{1} n’offre pas la connexion par un code.</translation>
    </message>
    <message>
        <source>{1} does not offer the sign-in in the browser for this application.</source>
        <translation>{1} n’offre pas la connexion dans le navigateur pour cette application.</translation>
    </message>
    <message>
        <source>{1} does not start.</source>
        <translation>{1} ne démarre pas.</translation>
    </message>
    <message>
        <source>{1} is disabled.</source>
        <translation>{1} est désactivé.</translation>
    </message>
    <message>
        <source>{1} is no Python that can be used.</source>
        <translation>{1} n’est pas un Python utilisable.</translation>
    </message>
    <message>
        <source>{1} is no longer there.</source>
        <translation>{1} n’est plus là.</translation>
    </message>
    <message>
        <source>{1} is not a history that openEO Desktop has exported.</source>
        <translation>{1} n’est pas un historique exporté par openEO Desktop.</translation>
    </message>
    <message>
        <source>{1} is signed out.</source>
        <translation>{1} est déconnecté.</translation>
    </message>
    <message>
        <source>{1} knows no job «{2}».</source>
        <translation>{1} ne connaît pas de job «&#xa0;{2}&#xa0;».</translation>
    </message>
    <message>
        <source>{1} lines are shown; the file has more.</source>
        <translation>{1} courbes sont affichées ; le fichier en contient davantage.</translation>
    </message>
    <message>
        <source>{1} of {2} lines are shown.</source>
        <translation>{1} courbes sur {2} sont affichées.</translation>
    </message>
    <message>
        <source>{1} of {2} shapes are shown.</source>
        <translation>{1} formes sur {2} sont affichées.</translation>
    </message>
    <message>
        <source>{1} offers no batch jobs, and this app is for batch jobs.</source>
        <translation>{1} n’offre pas de jobs, et cette application est faite pour les jobs.</translation>
    </message>
    <message>
        <source>{1} offers no client for this way to sign in.</source>
        <translation>{1} n’offre pas de client pour cette façon de se connecter.</translation>
    </message>
    <message>
        <source>{1} redirects a request that must not be redirected.</source>
        <translation>{1} redirige une requête qui ne doit pas l’être.</translation>
    </message>
    <message>
        <source>{1} redirects again and again.</source>
        <translation>{1} redirige encore et encore.</translation>
    </message>
    <message>
        <source>{1} redirects to an address that is not safe to follow.</source>
        <translation>{1} redirige vers une adresse qu’il n’est pas sûr de suivre.</translation>
    </message>
    <message>
        <source>{1} refused the sign-in.</source>
        <translation>{1} a refusé la connexion.</translation>
    </message>
    <message>
        <source>{1} refused the sign-in: {2}.</source>
        <translation>{1} a refusé la connexion&#x202f;: {2}.</translation>
    </message>
    <message>
        <source>{1} sends almost nothing any more.</source>
        <translation>{1} n’envoie presque plus rien.</translation>
    </message>
    <message>
        <source>{1} stopped after {2} of {3} bytes.</source>
        <translation>{1} s’est arrêté après {2} octets sur {3}.</translation>
    </message>
    <message>
        <source>{1} was changed since it was downloaded.</source>
        <translation>{1} a été changé depuis son téléchargement.</translation>
    </message>
    <message>
        <source>{1} was changed while it was downloaded.</source>
        <translation>{1} a été changé pendant son téléchargement.</translation>
    </message>
    <message>
        <source>{1} was removed; only its jobs are here.</source>
        <translation>{1} a été retiré&#x202f;; seuls ses jobs sont ici.</translation>
    </message>
    <message>
        <source>{1} was written by a newer version of openEO Desktop.</source>
        <translation>{1} a été écrit par une version plus récente d’openEO Desktop.</translation>
    </message>
    <message>
        <source>«This computer» needs Python 3.11 to 3.14, which was not found here.</source>
        <translation>«Cet ordinateur» a besoin de Python 3.11 à 3.14, qui n’a pas été trouvé ici.</translation>
    </message>
    <message>
        <source>«{1}» is no longer in its folder.</source>
        <translation>« {1} » n’est plus dans son dossier.</translation>
    </message>
    <message>
        <source>«{1}» is no map.</source>
        <translation>« {1} » n’est pas une carte.</translation>
    </message>
    <message>
        <source>«{1}» is not a valid address.</source>
        <translation>«&#xa0;{1}&#xa0;» n’est pas une adresse valide.</translation>
    </message>
    <message>
        <source>«{1}» is not an address.</source>
        <translation>«&#xa0;{1}&#xa0;» n’est pas une adresse.</translation>
    </message>
    <message>
        <source>«{1}» was changed elsewhere while it waited; it was not started.</source>
        <translation>«&#xa0;{1}&#xa0;» a été changé ailleurs pendant son attente&#x202f;; il n’a pas été démarré.</translation>
    </message>
    <message>
        <source>«{1}» was not changed: the back-end did not get it, or did not answer.</source>
        <translation>«&#xa0;{1}&#xa0;» n’a pas été modifié&#x202f;: le back-end ne l’a pas reçu, ou n’a pas répondu.</translation>
    </message>
    <message>
        <source>«{1}» was not created: the back-end did not get it, or did not answer.</source>
        <translation>«&#xa0;{1}&#xa0;» n’a pas été créé&#x202f;: le back-end ne l’a pas reçu, ou n’a pas répondu.</translation>
    </message>
    <message>
        <source>«{1}» was not deleted: the back-end did not get it, or did not answer.</source>
        <translation>«&#xa0;{1}&#xa0;» n’a pas été supprimé&#x202f;: le back-end ne l’a pas reçu, ou n’a pas répondu.</translation>
    </message>
    <message>
        <source>«{1}» was not started: the back-end did not get it, or did not answer.</source>
        <translation>«&#xa0;{1}&#xa0;» n’a pas été démarré&#x202f;: le back-end ne l’a pas reçu, ou n’a pas répondu.</translation>
    </message>
    <message>
        <source>«{1}» was not stopped: the back-end did not get it, or did not answer.</source>
        <translation>«&#xa0;{1}&#xa0;» n’a pas été arrêté&#x202f;: le back-end ne l’a pas reçu, ou n’a pas répondu.</translation>
    </message>
    <message>
        <source>Check the address and the network connection, then try again.</source>
        <translation>Vérifiez l’adresse et la connexion réseau, puis réessayez.</translation>
    </message>
    <message>
        <source>It is a program on this computer: check that it runs, and its port.</source>
        <translation>C’est un programme de cet ordinateur&#x202f;: vérifiez qu’il est lancé, ainsi que son port.</translation>
    </message>
</context>
</TS>
