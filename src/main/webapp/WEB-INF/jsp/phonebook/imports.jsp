<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="phonebook.import.title" var="title"/>
<p:layout title="${title}" page="phonebook-import">
  <div class="p-page">
    <p:book-head title="${title}"/>
    <section class="p-card" aria-labelledby="h-import">
      <h2 class="p-subtitle" id="h-import"><spring:message code="phonebook.import"/></h2>
      <p class="form-text"><spring:message code="phonebook.import.hint"/></p>
      <div><button type="button" class="btn btn-primary" data-import-choose><i class="bi bi-upload" aria-hidden="true"></i><spring:message code="phonebook.import.choose"/></button>
      <input type="file" accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv" data-import-file data-testid="import-file" hidden aria-label="<spring:message code='phonebook.import.choose'/>"></div>
      <p class="picture-problem" data-import-problem role="alert" hidden></p>
      <c:if test="${not empty imports}"><ul class="p-rows"><c:forEach var="one" items="${imports}">
        <li class="p-row"><div class="p-row-text"><a href="${base}/phonebook/import/${one.id}"><c:out value="${one.fileName}"/></a><span class="p-row-sub"><spring:message code="phonebook.import.state.${one.state}"/> · <p:time at="${one.createdAt}"/></span></div>
        <span class="muted tabular"><spring:message code="phonebook.import.added" arguments="${one.added}"/></span></li></c:forEach></ul></c:if>
    </section>
    <section class="p-card" aria-labelledby="h-export">
      <h2 class="p-subtitle" id="h-export"><spring:message code="phonebook.export"/></h2>
      <p class="form-text"><spring:message code="phonebook.export.hint"/></p>
      <div class="page-acts">
        <a class="btn" href="${base}/phonebook/export/contacts.vcf" download><i class="bi bi-download" aria-hidden="true"></i>vCard 4</a>
        <a class="btn" href="${base}/phonebook/export/contacts-3.vcf" download><i class="bi bi-download" aria-hidden="true"></i>vCard 3</a>
        <a class="btn" href="${base}/phonebook/export/contacts.csv" download><i class="bi bi-download" aria-hidden="true"></i>CSV</a>
      </div>
    </section>
  </div>
</p:layout>
