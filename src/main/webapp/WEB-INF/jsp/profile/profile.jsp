<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="profile"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-picture" data-picture>
      <h2 class="p-subtitle" id="h-picture"><spring:message code="profile.picture"/></h2>
      <div class="who who-large"><p:avatar name="${me.name}" user="${me.user}" picture="${me.look.picture}" size="huge"/>
        <div class="picture-acts">
          <button type="button" class="btn btn-primary" data-picture-choose data-testid="picture-choose"><spring:message code="profile.picture.choose"/></button>
          <button type="button" class="btn" data-picture-remove data-testid="picture-remove"<c:if test="${empty me.look.picture}"> hidden</c:if>><spring:message code="profile.picture.remove"/></button>
          <input type="file" accept="image/jpeg,image/png,image/webp,image/gif" data-picture-file data-testid="picture-file" hidden aria-label="<spring:message code='profile.picture.choose'/>">
          <p class="form-text"><spring:message code="profile.picture.hint"/></p>
        </div></div>
      <p class="picture-problem" data-picture-problem role="alert" hidden></p>
      <dialog class="sheet crop-sheet" data-crop aria-labelledby="h-crop" data-testid="crop">
        <div class="sheet-head"><h2 id="h-crop"><spring:message code="profile.crop"/></h2></div>
        <div class="crop-body">
        <canvas class="crop" width="512" height="512" tabindex="0" role="img" aria-label="<spring:message code='profile.crop.keys'/>"></canvas>
        <label class="form-label" for="crop-zoom"><spring:message code="profile.crop.zoom"/></label>
        <input class="form-range" type="range" id="crop-zoom" min="1" max="4" step="0.01" value="1">
        <p class="form-text"><spring:message code="profile.crop.keys"/></p>
        <div class="page-acts"><button type="button" class="btn btn-primary" data-crop-save data-testid="crop-save"><spring:message code="profile.save"/></button>
        <button type="button" class="btn" data-crop-cancel><spring:message code="profile.cancel"/></button></div>
        </div>
      </dialog>
    </section>

    <form class="p-groups" method="post" action="${base}/profile" novalidate data-testid="profile-form">
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <section class="p-card" aria-labelledby="h-name">
      <h2 class="p-subtitle" id="h-name"><spring:message code="profile.you"/></h2>
      <dl class="p-facts">
        <dt><spring:message code="account.username"/></dt><dd><c:out value="${me.username}"/></dd>
        <dt><spring:message code="profile.address"/></dt><dd data-testid="own-address">sip:<c:out value="${me.user}@${sipDomain}"/></dd>
      </dl>
      <spring:bind path="profileForm.name"><p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="name" maxlength="120"/></spring:bind>
      <div class="p-pair">
      <spring:bind path="profileForm.statusText"><p:field name="statusText" label="profile.status" hint="profile.status.hint" value="${status.value}" error="${status.errorMessage}" maxlength="120"/></spring:bind>
      <spring:bind path="profileForm.statusUntil"><p:field name="statusUntil" type="date" label="profile.status.until" value="${status.value}" error="${status.errorMessage}"/></spring:bind>
      </div>
    </section>

    <section class="p-card" aria-labelledby="h-about">
      <div class="p-group"><h2 class="p-subtitle" id="h-about"><spring:message code="profile.about"/></h2><p:shown-to name="aboutFor" value="${profileForm.aboutFor}" group="h-about"/></div>
      <spring:bind path="profileForm.about"><div class="p-field p-field-wide"><label class="visually-hidden" for="f-about"><spring:message code="profile.about"/></label>
        <textarea class="form-control" id="f-about" name="about" rows="4" maxlength="2000"><c:out value="${profileForm.about}"/></textarea>
        <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-about"><c:out value="${status.errorMessage}"/></p></c:if></div></spring:bind>
    </section>

    <section class="p-card" aria-labelledby="h-work">
      <div class="p-group"><h2 class="p-subtitle" id="h-work"><spring:message code="profile.work"/></h2><p:shown-to name="workFor" value="${profileForm.workFor}" group="h-work"/></div>
      <div class="p-pair">
      <spring:bind path="profileForm.job"><p:field name="job" label="profile.job" value="${status.value}" error="${status.errorMessage}" autocomplete="organization-title" maxlength="120"/></spring:bind>
      <spring:bind path="profileForm.department"><p:field name="department" label="profile.department" value="${status.value}" error="${status.errorMessage}" maxlength="120"/></spring:bind>
      <spring:bind path="profileForm.manager"><p:field name="manager" label="profile.manager" hint="profile.manager.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="64" list="profile-people"/></spring:bind>
      <datalist id="profile-people"></datalist>
      <spring:bind path="profileForm.skills"><p:field name="skills" label="profile.skills" hint="profile.skills.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="300"/></spring:bind>
      </div>
    </section>

    <section class="p-card" aria-labelledby="h-place">
      <div class="p-group"><h2 class="p-subtitle" id="h-place"><spring:message code="profile.place"/></h2><p:shown-to name="placeFor" value="${profileForm.placeFor}" group="h-place"/></div>
      <div class="p-pair">
      <spring:bind path="profileForm.place"><p:field name="place" label="profile.place" value="${status.value}" error="${status.errorMessage}" autocomplete="address-level2" maxlength="120"/></spring:bind>
      <spring:bind path="profileForm.region"><p:field name="region" label="profile.region" value="${status.value}" error="${status.errorMessage}" autocomplete="address-level1" maxlength="120"/></spring:bind>
      <spring:bind path="profileForm.country"><div class="p-field"><label class="form-label" for="f-country"><spring:message code="profile.country"/></label>
        <select class="form-select" id="f-country" name="country" autocomplete="country"><option value=""></option><c:forEach var="one" items="${countries}"><option value="${one.code}"<c:if test="${one.code == profileForm.country}"> selected</c:if>><c:out value="${one.name}"/></option></c:forEach></select>
        <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-country"><c:out value="${status.errorMessage}"/></p></c:if></div></spring:bind>
      </div>
    </section>

    <section class="p-card" aria-labelledby="h-languages">
      <div class="p-group"><h2 class="p-subtitle" id="h-languages"><spring:message code="profile.languages"/></h2><p:shown-to name="languagesFor" value="${profileForm.languagesFor}" group="h-languages"/></div>
      <spring:bind path="profileForm.languages"><p:field name="languages" label="profile.languages.spoken" value="${status.value}" error="${status.errorMessage}" maxlength="120"/></spring:bind>
    </section>

    <section class="p-card" aria-labelledby="h-phones">
      <div class="p-group"><h2 class="p-subtitle" id="h-phones"><spring:message code="profile.phones"/></h2><p:shown-to name="phonesFor" value="${profileForm.phonesFor}" group="h-phones"/></div>
      <c:forEach var="number" items="${profileForm.phones}" varStatus="line">
      <div class="p-line"><select class="form-select" name="phoneKinds" aria-label="<spring:message code='profile.phone.kind'/>"><c:forEach var="kind" items="${phoneKinds}"><option value="${kind}"<c:if test="${kind == profileForm.phoneKinds[line.index]}"> selected</c:if>><spring:message code="profile.phone.${kind}"/></option></c:forEach></select>
      <input class="form-control" type="tel" name="phones" maxlength="40" value="<c:out value='${number}'/>" aria-label="<spring:message code='profile.phone.number'/>"></div>
      </c:forEach>
      <spring:bind path="profileForm.phones"><c:forEach var="message" items="${status.errorMessages}"><p class="invalid-feedback d-block" data-testid="error-phones"><c:out value="${message}"/></p></c:forEach></spring:bind>
    </section>

    <section class="p-card" aria-labelledby="h-links">
      <div class="p-group"><h2 class="p-subtitle" id="h-links"><spring:message code="profile.links"/></h2><p:shown-to name="linksFor" value="${profileForm.linksFor}" group="h-links"/></div>
      <c:forEach var="link" items="${profileForm.links}" varStatus="line">
      <div class="p-line"><input class="form-control" name="linkLabels" maxlength="60" value="<c:out value='${profileForm.linkLabels[line.index]}'/>" placeholder="<spring:message code='profile.link.label'/>" aria-label="<spring:message code='profile.link.label'/>">
      <input class="form-control" type="url" name="links" maxlength="500" value="<c:out value='${link}'/>" placeholder="https://" aria-label="<spring:message code='profile.link.url'/>"></div>
      </c:forEach>
      <spring:bind path="profileForm.links"><c:forEach var="message" items="${status.errorMessages}"><p class="invalid-feedback d-block" data-testid="error-links"><c:out value="${message}"/></p></c:forEach></spring:bind>
    </section>

    <div class="p-save"><button class="btn btn-primary" type="submit" data-testid="profile-save"><spring:message code="profile.save"/></button>
      <a class="btn" href="${base}/people/<c:out value='${me.user}'/>"><spring:message code="profile.asOthers"/></a></div>
    </form>

    <section class="p-card" aria-labelledby="h-look">
      <h2 class="p-subtitle" id="h-look"><spring:message code="profile.look"/></h2>
      <form method="post" action="${base}/profile/look" data-testid="look">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <div class="p-field"><label class="form-label" for="f-language"><spring:message code="profile.language"/></label>
          <select class="form-select" id="f-language" name="language">
            <option value=""><spring:message code="profile.language.browser"/></option>
            <c:forEach var="choice" items="${languages}"><option value="${choice.language}" lang="${choice.language}"<c:if test="${choice.language == me.look.language}"> selected</c:if>><c:out value="${choice.getDisplayLanguage(choice)}"/></option></c:forEach>
          </select></div>
        <div class="p-field"><label class="form-label" for="f-timeZone"><spring:message code="profile.zone"/></label>
          <select class="form-select" id="f-timeZone" name="timeZone">
            <option value=""><spring:message code="profile.zone.browser"/></option>
            <c:forEach var="zone" items="${zones}"><option<c:if test="${zone == me.look.timeZone}"> selected</c:if>><c:out value="${zone}"/></option></c:forEach>
          </select></div>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.save"/></button>
      </form>
    </section>
  </div>
</p:layout>
